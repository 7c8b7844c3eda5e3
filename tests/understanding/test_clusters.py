"""The same wish is seen once, however people wrote it."""

from assistant.understanding.clusters import clustered


def test_the_same_wish_in_other_spelling_is_one_group() -> None:
    texts = [
        "noriu neįgaliojo vežimėlio",
        "kur nusipirkti bilietą",
        "NORIU NEIGALIOJO VEZIMELIO",
        "kur nusipirkt bilieta",
        "noriu neigaliojo vežimelį",
    ]
    assert clustered(texts) == ((0, 2, 4), (1, 3))


def test_one_text_and_none_are_groups_too() -> None:
    assert clustered([]) == ()
    assert clustered(["a"]) == ((0,),)
    assert clustered(["labas", "labas"]) == ((0, 1),)
    assert clustered(["", "…"]) in (((0, 1),), ((0,), (1,)))
