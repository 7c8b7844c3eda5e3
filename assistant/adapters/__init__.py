"""The outside world: database, mail, clock."""
