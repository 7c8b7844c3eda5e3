"""How the tables came to be; loaded by Alembic."""
