"""Copies of frozen records with some fields changed.

`dataclasses.replace` builds the copy anew, field by field; a turn makes twenty-five of them, of records with up to
thirty fields, and that was a twentieth of what it cost.
"""

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    # The same to whoever calls it, so that names and types of fields are checked as ever.
    from dataclasses import replace as replace  # noqa: PLC0414 - given on under its own name
else:
    Record = TypeVar("Record")

    def replace(record: Record, /, **changes: Any) -> Record:  # noqa: ANN401 - whatever the fields hold
        """As `dataclasses.replace`; what a record checks or computes when it is made, it does here, too."""
        kind = type(record)
        if hasattr(kind, "__post_init__"):
            return dataclasses.replace(record, **changes)
        copy = object.__new__(kind)
        copy.__dict__.update(record.__dict__, **changes)
        return copy
