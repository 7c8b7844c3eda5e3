"""The report shows every text as people read it, marks each fault in place, and claims no review that was not made."""

import json
import re
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import app
from assistant.commands.content_report.page import as_page
from assistant.commands.content_report.plain import as_json, as_text
from assistant.easy_language.findings import Finding, Severity
from assistant.errors import ContentError
from assistant.i18n import translator
from assistant.library.checks.names import shown_names, staff_words
from assistant.library.checks.reading import read_content
from assistant.library.checks.shown import shown_texts
from assistant.library.report.facts import ContentReport, Kind, Light
from assistant.library.report.gathering import gathered
from assistant.library.report.marked import marked_lines
from assistant.library.report.numbers import Numbers, numbers_of, together
from assistant.library.report.wording import Wording
from assistant.library.reviews import ReviewKind
from assistant.library.sources import load_sources
from assistant.library.topics import load_topics
from tests.conftest import CONTENT
from tests.planted import change

TODAY = date(2026, 12, 1)
WITHOUT_END = {"meta", "input", "br", "img", "link"}
TOPICS = "lt/topics/case-management.yaml"


@pytest.fixture(scope="module")
def report() -> ContentReport:
    return gathered(CONTENT, TODAY)


@pytest.fixture(scope="module")
def page(report: ContentReport) -> str:
    return shown_page(report)


def shown_page(report: ContentReport) -> str:
    return as_page(report, Wording(translator()), CONTENT / "pictures")


class Tags(HTMLParser):
    """Sees whether every tag is closed, and gathers ids, links and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        if tag not in WITHOUT_END:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids[str(value)] += 1
            if name in {"href", "src"}:
                self.links.append(str(value))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, self.getpos()


def tags_of(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_the_page_is_whole_and_needs_nothing_else(page: str) -> None:
    tags = tags_of(page)
    assert tags.open == []
    assert [name for name, count in tags.ids.items() if count > 1] == []
    assert all(link.startswith("#") and link[1:] in tags.ids for link in tags.links)
    assert not {"script", "link", "img", "iframe"} & set(tags.tags)
    assert re.findall(r"url\((?!\"data:image/svg\+xml;base64,)", page) == []
    assert "@import" not in page


def test_every_answer_question_and_message_has_a_card(report: ContentReport) -> None:
    topics = load_topics(CONTENT / "lt" / "topics", load_sources(CONTENT / "sources"))
    cards = {(card.id, card.service) for card in report.cards if card.fingerprint}
    assert cards == set(topics)
    content = read_content(CONTENT)
    talk = {name for questions in content.questions for name in questions.content.root}
    talk |= {name for messages in content.messages for name in messages.content.root}
    assert talk <= {card.id for card in report.cards}


def test_every_checked_string_is_in_the_report(report: ContentReport) -> None:
    content = read_content(CONTENT)
    checked = [*shown_texts(content), *shown_names(content), *staff_words()]
    shown = sum(len(part.lines) for card in report.cards for part in card.parts)
    assert shown == sum(len(one.sentences) for one in checked)


def test_a_card_tells_all_about_an_answer(report: ContentReport, page: str) -> None:
    [card] = [one for one in report.cards if (one.id, one.service) == ("what-is", "case-management")]
    assert [part.kind for part in card.texts] == [
        Kind.LEVEL_2,
        Kind.LEVEL_1,
        Kind.FOR_OTHER,
    ]
    assert card.picture
    assert card.sources
    assert card.related
    assert card.choices == (("Taip", True), ("Ne", False))
    shown = page[page.index(f'id="{card.anchor}"') :]
    shown = shown[: shown.index("</article>")]
    for told in (
        card.title,
        card.fingerprint,
        "Skaitytojai dar netikrino.",
        "Teisininkas dar netikrino.",
        card.sources[0].title,
        *card.related,
        *(line.text for part in card.texts for line in part.lines),
    ):
        assert told in shown


def test_content_that_ships_has_no_red_light_and_claims_no_review(report: ContentReport, page: str) -> None:
    assert [card.id for card in report.cards if card.light is Light.RED] == []
    answers = sum(bool(card.fingerprint) for card in report.cards)
    assert f"<li>Skaitytojai patikrino atsakymų: 0 iš {answers}</li>" in page
    assert page.count('<li class="review is-none">Skaitytojai dar netikrino.</li>') == answers
    assert page.count('<li class="review is-none">Teisininkas dar netikrino.</li>') == answers


def test_a_fault_is_marked_in_its_place(copy: Path) -> None:
    change(copy, TOPICS, "Jums padeda vienas žmogus.", "Jums (čia) padeda vienas žmogus.")
    report = gathered(copy, TODAY)
    [card] = [one for one in report.cards if one.light is Light.RED]
    page = shown_page(report)
    assert '<p class="sentence">Jums <mark class="is-error">(čia)</mark><sup class="rule">W03</sup> padeda' in page
    assert "<strong>W03, klaida:</strong> „(čia)“." in page
    assert f'<li><a href="#{card.anchor}">{card.title}</a>' in page
    assert tags_of(page).open == []
    [row] = [row for row in report.rows if row.kind == "answers-2"]
    assert row.errors == 1


def test_a_fault_in_the_name_of_a_source_is_shown_at_its_answer(copy: Path) -> None:
    change(copy, TOPICS, "place: pastraipa apie atvejo vadybą", "place: pastraipa (antra) apie atvejo vadybą")
    report = gathered(copy, TODAY)
    [card] = [one for one in report.cards if one.light is Light.RED]
    page = shown_page(report)
    shown = page[page.index(f'id="{card.anchor}"') :]
    assert '<mark class="is-error">(antra)</mark>' in shown[: shown.index("</article>")]


def test_what_an_editor_writes_cannot_become_markup(copy: Path) -> None:
    planted = "<script>alert(1)</script>"
    change(copy, TOPICS, "Jums padeda vienas žmogus.", f"Jums padeda {planted} žmogus.")
    change(copy, TOPICS, "title: Atvejo vadyba", 'title: "<b>vadyba</b>"')
    page = shown_page(gathered(copy, TODAY))
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;b&gt;vadyba&lt;/b&gt;" in page


def test_a_review_is_told_only_for_the_words_that_were_reviewed(copy: Path, report: ContentReport) -> None:
    [card] = [one for one in report.cards if one.id == "privacy" and one.fingerprint]
    entry = "- {{topic: privacy, kind: {kind}, by: grupė, date: 2026-11-30, text: '{text}'}}\n"
    (copy / "reviews.yaml").write_text(
        entry.format(kind="readers", text=card.fingerprint) + entry.format(kind="law", text="0123456789ab"),
        encoding="utf-8",
    )
    reviewed = gathered(copy, TODAY)
    page = shown_page(reviewed)
    assert [reviewed.reviewed(kind) for kind in ReviewKind] == [1, 0]
    assert f"<li>Skaitytojai patikrino atsakymų: 1 iš {reviewed.answers}</li>" in page
    assert '<li class="review is-holds">Skaitytojai: grupė, 2026 m. lapkričio 30 d.</li>' in page
    changed = "Teisininkas: grupė, 2026 m. lapkričio 30 d. Po to tekstas pasikeitė. Tikrinkite jį iš naujo."
    assert f'<li class="review is-changed">{changed}</li>' in page


def test_text_and_json_tell_the_same_facts(report: ContentReport) -> None:
    told = json.loads(as_json(report))
    cards = [card for group in told["groups"] for card in group["cards"]]
    assert [card["id"] for card in cards] == [card.id for card in report.cards]
    text = "\n".join(as_text(report, Wording(translator())))
    for card in report.cards:
        assert f"{card.file}:{card.line}" in text
        assert card.fingerprint in text
        assert all(line.text in text for part in card.parts for line in part.lines)
    [row] = [row for row in told["summary"] if row["kind"] == "all"]
    assert row["words"] == sum(part.numbers.words for card in report.cards for part in card.parts)
    assert row["lix10"] == pytest.approx(row["words_per_sentence"] + row["long_words_percent"], abs=0.05)


def test_content_that_cannot_be_read_is_told_with_its_line(copy: Path) -> None:
    change(copy, TOPICS, "title: Atvejo vadyba", "titel: Atvejo vadyba")
    with pytest.raises(ContentError, match=r"case-management\.yaml:\d+: "):
        gathered(copy, TODAY)


def test_the_command_writes_the_file_that_was_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    done = CliRunner().invoke(app, ["content", "report", str(CONTENT), "--output", str(file)])
    assert done.exit_code == 0
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")
    done = CliRunner().invoke(app, ["content", "report", str(CONTENT), "--format", "json"])
    assert json.loads(done.stdout)["groups"]


def test_numbers_count_words_sentences_and_words_of_ten_letters() -> None:
    numbers = numbers_of(["Jums padeda darbuotojas.", "Skambinkite 112 dabar."])
    assert numbers == Numbers(sentences=2, words=6, long_words=2)
    assert (numbers.words_per_sentence, numbers.long_percent, numbers.lix10) == (3.0, 33.3, 36.3)
    assert together([numbers, numbers]) == Numbers(4, 12, 4)
    assert Numbers().lix10 == 0


def finding(rule: str, start: int, end: int, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(rule, severity, 1, start, end, "", "")


def test_faults_that_overlap_are_all_marked_and_the_worst_colours_the_words() -> None:
    [line] = marked_lines(["abcdef"], [finding("A", 0, 4), finding("B", 2, 6, Severity.ERROR)])
    assert [(piece.text, piece.severity, piece.ends) for piece in line.pieces] == [
        ("ab", Severity.WARNING, ()),
        ("cd", Severity.ERROR, ("A",)),
        ("ef", Severity.ERROR, ("B",)),
    ]


def test_a_fault_that_goes_beyond_its_line_ends_with_the_line() -> None:
    [line] = marked_lines(["abc"], [finding("A", 1, 99)])
    assert [(piece.text, piece.ends) for piece in line.pieces] == [("a", ()), ("bc", ("A",))]
