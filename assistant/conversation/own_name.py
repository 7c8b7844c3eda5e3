"""A name as it is shown and written: staff and the letter greet the person by it."""


def as_name(written: str) -> str:
    """With capital letters where a hurried hand wrote small ones only, or capitals only."""
    return written.title() if written.islower() or written.isupper() else written
