"""F10: a backup is put back: what was in it is there again, and no number that was ever given is given once more."""

from tests.faults.ledger import Sum
from tests.faults.stage import House, Kind, Size, Stage


async def restored(house: House, kind: Kind, size: Size) -> Sum:
    """Requests before the backup, after it, and after it was put back; those in between are what a restore costs."""
    each = max(size.submissions // 4, 5)
    async with house.stage(kind) as stage:
        await stage.people_send(each)
        backup = (await stage.fleet.runs("backup")).strip()
        stage.expect(backup, f"no backup was made: {_said_by('command', stage)}")
        kept = set(stage.ledger.shown)
        await stage.people_send(each)
        await stage.letters_arrive()
        lost_on_purpose = set(stage.ledger.shown) - kept
        await stage.fleet.ends()
        if stage.postgres is not None:
            # A backup is put only into an empty database, which the settings then name.
            stage.fleet.environment["AISKIAI_DATABASE_URL"] = stage.postgres.fresh_url()
        await stage.fleet.runs("restore", backup, name="restore")
        told = _said_by("restore", stage)
        stage.expect("is restored" in told, f"the restore failed: {told}")
        await stage.fleet.begins()
        await stage.people_send(each)
        # A number that was given again would have been shown twice.
        stage.expect(max(stage.ledger.shown.values()) == 1, "a number was given once more after the restore")
        stage.forget(lost_on_purpose)
        stage.notes.append(f"{len(lost_on_purpose)} requests were younger than the backup")
        return await stage.sum()


def _said_by(command: str, stage: Stage) -> str:
    return (stage.folder / f"{command}.log").read_text(encoding="utf-8")[-400:]
