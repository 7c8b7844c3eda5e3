"""The HTTP door: web chat for people, inbox for municipal staff."""
