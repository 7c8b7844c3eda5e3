from assistant.usecases.access import Role


def test_each_role_may_do_what_the_ones_before_it_may() -> None:
    assert [(role, other) for role in Role for other in Role if role.is_at_least(other)] == [
        (Role.STAFF, Role.STAFF),
        (Role.LEAD, Role.STAFF),
        (Role.LEAD, Role.LEAD),
        (Role.ADMIN, Role.STAFF),
        (Role.ADMIN, Role.LEAD),
        (Role.ADMIN, Role.ADMIN),
    ]
