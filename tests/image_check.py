"""Builds and starts the product by the steps of the Dockerfile, without a container engine: `make image-check`.

Each step is done in a fresh folder and a fresh virtual environment. What only a container has (packages of the system,
users) is told and passed over; a step that is not known ends it, so that the check never claims more than it did.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from assistant.settings import ROOT
from tests.telegram_server.process import free_port, wait_until_healthy

IGNORED = shutil.ignore_patterns("__pycache__", "*.egg-info", ".git", ".venv", "var", "build")
"""As .dockerignore says; a test compares."""
OF_THE_MACHINE = ("apt-get", "useradd", "install")
"""Programs of steps that are passed over here."""


@dataclass(frozen=True)
class Step:
    """One instruction of the Dockerfile."""

    verb: str
    rest: str


def steps_of(dockerfile: str) -> Iterator[Step]:
    """The instructions in their order, continued lines joined."""
    joined = "\n".join(line for line in dockerfile.replace("\\\n", " ").splitlines() if not line.startswith("#"))
    for line in joined.splitlines():
        if line.strip():
            verb, _, rest = line.strip().partition(" ")
            yield Step(verb, " ".join(rest.split()))


@dataclass
class Image:
    """What the steps have made so far."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    command: list[str] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)

    @property
    def app(self) -> Path:
        return self.folder / "app"

    def does(self, step: Step) -> None:
        """Carry out one step. Raises ValueError for one that is not known."""
        match step.verb:
            case "FROM" | "USER" | "VOLUME" | "EXPOSE":
                self.passed_over.append(f"{step.verb} {step.rest}")
            case "WORKDIR":
                self.app.mkdir()
            case "COPY":
                self._copies(*shlex.split(step.rest))
            case "RUN":
                self._runs(step.rest)
            case "ENV":
                self.environment |= dict(word.split("=", 1) for word in shlex.split(step.rest))
            case "CMD":
                self.command = [word.strip(' "') for word in step.rest.strip("[]").split(",")]
            case _:
                raise ValueError(f"the step {step.verb} is not known to this check")

    def _copies(self, *words: str) -> None:
        *sources, target = words
        for source in sources:
            place = self.app / target
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, place, ignore=IGNORED)
            else:
                place = place / Path(source).name if target.endswith("/") else place
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / source, place)

    def _runs(self, line: str) -> None:
        if line.split(maxsplit=1)[0] in OF_THE_MACHINE:
            self.passed_over.append(f"RUN {line}")
            return
        subprocess.run(["bash", "-euc", self.here(line)], cwd=self.app, env=self.surroundings(), check=True)

    def here(self, text: str) -> str:
        """The container's places are folders of ours."""
        for place in ("/app", "/data", "/backups"):
            text = text.replace(place, str(self.folder / place.strip("/")))
        return text

    def surroundings(self, **more: str) -> Mapping[str, str]:
        """The environment inside, with nothing of this machine's own Python or settings."""
        own = {
            name: value for name, value in os.environ.items() if not name.startswith(("AISKIAI_", "PYTHON", "VIRTUAL_"))
        }
        inside = {name: self.here(value) for name, value in self.environment.items()}
        return own | {"PATH": f"{self.folder / 'venv' / 'bin'}:{os.environ['PATH']}"} | inside | more


def tell(words: str) -> None:
    """A line for whoever waits."""
    sys.stdout.write(f"{words[:120]}\n")
    sys.stdout.flush()


def main() -> int:
    """Build, start, ask, stop; prints what was done."""
    with tempfile.TemporaryDirectory(prefix="aiskiai-image-") as place:
        image = Image(Path(place))
        venv.create(image.folder / "venv", with_pip=True)
        for step in steps_of((ROOT / "Dockerfile").read_text(encoding="utf-8")):
            tell(f"{step.verb} {step.rest}")
            image.does(step)
        port = free_port()
        surroundings = image.surroundings(AISKIAI_PORT=str(port), AISKIAI_HOST="127.0.0.1")
        with subprocess.Popen(image.command, cwd=image.app, env=surroundings) as process:
            try:
                wait_until_healthy(f"http://127.0.0.1:{port}/health/ready", process)
                page = httpx.get(f"http://127.0.0.1:{port}/", trust_env=False, timeout=30, follow_redirects=True)
                process.terminate()
                ended = process.wait(30)
            finally:
                process.kill()
        for line in image.passed_over:
            tell(f"passed over: {line}")
        is_good = page.is_success and "<html" in page.text and ended in {0, -15}
        tell("The product was built by the image's steps, started, asked and stopped." if is_good else "It failed.")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
