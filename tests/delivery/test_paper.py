"""A paper's words can be read where there are no pages."""

from assistant.delivery.paper import Paper, PaperLine, PaperPart, plain_text


def test_labels_stand_before_their_words_and_lines_stay_lines() -> None:
    lines = (PaperLine(("Noriu dirbti.\n\nPadėkite.",), "Dar svarbu"), PaperLine(("Tai nėra sprendimas.",)))
    paper = Paper("laiskas", "Prašymas", (PaperPart("", ()), PaperPart("Ko reikia", lines)))
    assert plain_text(paper) == (
        "Prašymas",
        "Ko reikia",
        "Dar svarbu: Noriu dirbti.",
        "Padėkite.",
        "Tai nėra sprendimas.",
    )
