"""The Telegram door: update to event, message to Telegram calls."""
