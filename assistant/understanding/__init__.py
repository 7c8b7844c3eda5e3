"""What the person meant: pure functions from text to topic, value or danger."""
