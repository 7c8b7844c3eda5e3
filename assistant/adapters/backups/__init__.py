"""Backups of the database: made while it is in use, checked before they are believed, put back as a whole."""
