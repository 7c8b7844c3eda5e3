"""The library as the departments have set it: what they set wins, for the rest the operator's content holds."""

from collections.abc import Iterable
from dataclasses import replace

from assistant.library.library import Library
from assistant.referrals.office import Office, contact_as_set, route_as_set


def as_set(library: Library, offices: Iterable[Office]) -> Library:
    """The same words and data with contacts and routes as they are now; what was decided earlier is not changed.

    Only the operator opens a route: a department can close the one that it has, and set what stands in it.
    """
    known = {office.municipality: office for office in offices if office.municipality in library.municipalities}
    municipalities = {
        name: contact_as_set(municipality, known[name]) if name in known else municipality
        for name, municipality in library.municipalities.items()
    }
    routes = {
        name: route_as_set(route, known[name]) if name in known else route for name, route in library.routes.items()
    }
    off = {name for name, office in known.items() if not office.is_sending}
    return replace(
        library,
        municipalities=municipalities,
        routes={name: route for name, route in routes.items() if name not in off},
        paused={name: route for name, route in routes.items() if name in off},
        offices=known,
    )
