"""Every public page is faultless HTML, as the Nu checker of the W3C sees it: one start of Java for all of them."""

import os
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.site.robots import public_paths
from tests.api.fake_host import FakeHost

MORE = ("/valdiklis?savivaldybe=kretingos-rajono", "/valdiklio-pavyzdys", "/temos/nera", "/nera")


@pytest.mark.process
async def test_the_nu_checker_finds_no_error_on_any_page(
    client: httpx.AsyncClient, host: FakeHost, tmp_path: Path
) -> None:
    # `npm pack vnu-jar` brings the checker; it weighs 30 MB and needs Java, so it is not among what tests must have.
    checker = os.environ.get("VNU_JAR", "")
    java = shutil.which("java")
    if not checker or java is None:
        pytest.skip("VNU_JAR does not name the Nu checker, or there is no java")
    paths = [*public_paths(create_app(host).state.site), *MORE]
    for number, path in enumerate(paths):
        (tmp_path / f"{number}.html").write_text((await client.get(path)).text, encoding="utf-8")

    done = subprocess.run(  # noqa: ASYNC221 - nothing else waits here
        [java, "-jar", checker, "--errors-only", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
    )

    told = [
        f"{paths[int(Path(line.split('.html')[0]).name)]}: {line}"
        for line in done.stderr.splitlines()
        if ".html" in line
    ]
    assert told == []
    assert done.returncode == 0
