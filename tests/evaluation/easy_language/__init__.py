"""How well the checker of easy language finds what people have labelled, rule by rule."""
