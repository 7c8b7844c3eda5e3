"""Everything that is neither Telegram nor HTTP: the assistant decides, the doors translate."""
