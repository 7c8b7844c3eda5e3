"""What we say next: a pure engine from event to turn."""
