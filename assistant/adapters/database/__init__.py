"""SQLAlchemy tables, repositories and the unit of work; rows never leave this package."""
