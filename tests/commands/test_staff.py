"""An account for a member of staff, whose municipality may be told in every way that people tell it."""

import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest

from assistant.bootstrap import assembled
from assistant.commands.staff import link_of, municipality_named, sign_out
from assistant.errors import NoAccountError, SettingsError
from assistant.library.library import Library
from assistant.settings import Settings
from assistant.usecases.access import Role
from tests.journeys.running import command, environment_for


def staff_add(data_dir: Path, municipality: str) -> subprocess.CompletedProcess[str]:
    return staff_command(data_dir, "add", "ona@kretinga.example", "--municipality", municipality, "--role", "lead")


def staff_command(data_dir: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return command(environment_for(data_dir, 8123), "staff", *words)


@pytest.mark.process
async def test_the_command_prints_a_link_with_which_one_signs_in(tmp_path: Path, library: Library) -> None:
    # When
    done = staff_add(tmp_path / "var", "Kretingos rajono savivaldybė")

    # Then only the link stands on standard output
    assert done.returncode == 0, done.stderr
    link = urlsplit(done.stdout.strip())
    assert (link.netloc, link.path) == ("127.0.0.1:8123", "/inbox/sign-in")
    assert "ona@kretinga.example can sign in once" in done.stderr

    # And it opens the inbox of that municipality
    async with assembled(Settings(_env_file=None, data_dir=tmp_path / "var"), library=library) as assistant:
        session = await assistant.staff_desk.sign_in(parse_qs(link.query)["token"][0])
        member = await assistant.staff_desk.who(session)
    assert member is not None
    assert (member.municipality, member.role) == ("kretingos-rajono", "lead")


@pytest.mark.process
def test_a_wrong_municipality_is_told_kindly_and_nothing_is_made(tmp_path: Path) -> None:
    done = staff_add(tmp_path / "var", "Atlantida")

    assert done.returncode == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line.startswith('"Atlantida" is not one municipality. Give its id, such as kretingos-rajono')


@pytest.mark.process
async def test_the_commands_reset_factors_and_remove_an_account(tmp_path: Path, library: Library) -> None:
    # Given somebody with an app, who is signed in
    async with assembled(Settings(_env_file=None, data_dir=tmp_path / "var"), library=library) as assistant:
        member, token = await assistant.staff_desk.add("ona@kretinga.example", "kretingos-rajono", Role.STAFF)
        session = await assistant.staff_desk.sign_in(token)
        offer = assistant.second_factors.app_offer(member)
        code = pyotp.TOTP(offer.secret).at(assistant.clock.now())
        await assistant.second_factors.add_app(session, offer.sealed, code, "")

        # When the operator resets the factors
        reset = staff_command(tmp_path / "var", "reset-factors", "ona@kretinga.example")

        # Then they are gone and the session is over
        assert reset.returncode == 0, reset.stderr
        assert await assistant.second_factors.of_member(member) == ((), 0)
        assert await assistant.staff_desk.who(session) is None

    # And an account is removed once
    removed = staff_command(tmp_path / "var", "remove", "ona@kretinga.example")
    again = staff_command(tmp_path / "var", "remove", "ona@kretinga.example")
    assert removed.returncode == 0, removed.stderr
    assert again.returncode == 1
    assert again.stderr.strip() == "No account has the address ona@kretinga.example."


@pytest.mark.parametrize(
    "name",
    [
        "kretingos-rajono",
        "LT-22",
        "lt-22",
        "Kretingos rajono savivaldybė",
        "kretingos r.",
        "Kretinga",
        "kretingos rajonas",
    ],
)
def test_a_municipality_is_known_by_id_code_and_name(library: Library, name: str) -> None:
    assert municipality_named(library, name) == "kretingos-rajono"


@pytest.mark.parametrize("municipality", ["id", "iso", "name"])
def test_every_municipality_is_known_by_its_own_id_code_and_name(library: Library, municipality: str) -> None:
    for known in library.municipalities.values():
        assert municipality_named(library, getattr(known, municipality)) == known.id


@pytest.mark.parametrize("name", ["Kaunas", "Atlantida", "", "LT-61", "LT-2"])
def test_a_name_of_several_municipalities_or_of_none_is_refused(library: Library, name: str) -> None:
    with pytest.raises(SettingsError, match="is not one municipality"):
        municipality_named(library, name)


def test_where_a_name_may_mean_several_they_are_named(library: Library) -> None:
    with pytest.raises(SettingsError, match=r"kauno-miesto.*kauno-rajono|kauno-rajono.*kauno-miesto"):
        municipality_named(library, "Kaunas")


def test_the_link_leads_to_the_public_address() -> None:
    settings = Settings(_env_file=None, public_url="https://aiskiai.example/")

    assert link_of(settings, "secret") == "https://aiskiai.example/inbox/sign-in?token=secret"


async def test_the_command_signs_one_out_or_all(tmp_path: Path, library: Library) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path / "var")
    async with assembled(settings, library=library) as assistant:
        sessions = []
        for email in ("ona@kretinga.example", "jonas@neringa.example"):
            municipality = "kretingos-rajono" if "kretinga" in email else "neringos"
            _, token = await assistant.staff_desk.add(email, municipality, Role.STAFF)
            sessions.append(await assistant.staff_desk.sign_in(token))

        assert await sign_out(settings, "ona@kretinga.example") == 1
        assert [await assistant.staff_desk.who(one) is not None for one in sessions] == [False, True]

        assert await sign_out(settings, "") == 2
        assert await assistant.staff_desk.who(sessions[1]) is None
        with pytest.raises(NoAccountError):
            await sign_out(settings, "nobody@kretinga.example")
