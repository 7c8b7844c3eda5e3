"""The routes are made ready once a test process, and not anew for each application that a test builds.

FastAPI works out of every route what it takes at the first request to an application, which takes longer than most
requests of tests. It comes to the same for each application with the same routers, but for `dependency_overrides`: they
are looked up in the application that came first, so tests give an application its parts by its host instead.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from fastapi import routing

_ready: defaultdict[int, list[tuple[Any, Any, Any]]] = defaultdict(list)
"""By the id of a route, which has no hash: itself, how it is included (prefix, limits), and what was made for that."""


@contextmanager
def routes_ready_once() -> Iterator[None]:
    """As long as the context lasts."""
    build = routing._IncludedRouter._build_effective_context

    def remembered(branch: Any, route: Any) -> Any:
        if not isinstance(route, routing.APIRoute):
            return build(branch, route)
        way = replace(branch.include_context, dependency_overrides_provider=None)
        for _, known, context in _ready[id(route)]:
            if known == way:
                return context
        context = build(branch, route)
        # The route is kept too, so that its id stays its own.
        _ready[id(route)].append((route, way, context))
        return context

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(routing._IncludedRouter, "_build_effective_context", remembered)
        yield
