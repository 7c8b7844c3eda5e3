"""The web chat and its JSON interface: twin of the Telegram door."""
