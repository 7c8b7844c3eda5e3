"""The real assistant behind the inbox's pages, where a fake would have to know too much."""

from tests.adapters.conftest import database_url
from tests.usecases.conftest import assistant, clock, opens

__all__ = ["assistant", "clock", "database_url", "opens"]
