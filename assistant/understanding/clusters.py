"""Puts texts that are alike together, so that the same wish is seen once however people wrote it."""

from collections import defaultdict
from collections.abc import Sequence

from assistant.understanding.normalize import as_it_sounds, folded

FARTHEST = 0.72
"""Cosine distance on average, up to which texts are one wish: 0 is the same, 1 has nothing in common."""


def clustered(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """The places of texts that are alike, in the order of the first of each; every place is in one group."""
    plain = [as_it_sounds(folded(text)) or "-" for text in texts]
    different = list(dict.fromkeys(plain))
    if len(different) < 2:  # noqa: PLR2004 - one text is alike to itself only
        return (tuple(range(len(texts))),) if texts else ()
    # Only editors need these; everybody else need not wait until they are loaded.
    from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415 - see above
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - see above

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True).fit_transform(different)
    grouping = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=FARTHEST
    ).fit(vectors.toarray())
    label_of = dict(zip(different, grouping.labels_, strict=True))
    groups: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(plain):
        groups[int(label_of[text])].append(place)
    return tuple(tuple(group) for group in groups.values())
