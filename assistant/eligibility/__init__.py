"""What the rules say: pure, three-valued, with a source beside each reason."""
