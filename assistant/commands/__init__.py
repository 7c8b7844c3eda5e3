"""What each subcommand of aiskiai does, one file a subcommand."""
