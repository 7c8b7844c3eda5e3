"""How a written sentence is said aloud: every sign, number and abbreviation becomes words (pure)."""
