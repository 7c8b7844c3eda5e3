"""The library as the departments have set it now, for whoever reads routes or contacts in a transaction."""

from assistant.library.library import Library
from assistant.library.offices import as_set
from assistant.usecases.ports import UnitOfWork


class PresentLibrary:
    """One small read a transaction shows whether anybody, in any process, has changed something since."""

    def __init__(self, library: Library) -> None:
        self.library = library
        """As the operator wrote it."""
        self._seen = 0
        self._present = as_set(library, ())

    async def of(self, work: UnitOfWork) -> Library:
        """The library as it is in this transaction, which must not have changed settings itself."""
        if await work.offices.changes() != self._seen:
            offices = await work.offices.all()
            self._present = as_set(self.library, offices)
            # Each change makes the next version of one department's settings.
            self._seen = sum(office.version for office in offices)
        return self._present
