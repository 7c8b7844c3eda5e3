"""The real assistant behind the inbox's pages, where a fake would have to know too much."""

from tests.adapters.conftest import empty_database_url
from tests.usecases.conftest import assistant, clock, opens

__all__ = ["assistant", "clock", "empty_database_url", "opens"]
