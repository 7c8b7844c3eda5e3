"""What the person asks the municipality for: pure domain objects."""
