"""The eligibility check: one question at a time, the soonest decisive one first, then the preliminary result."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.conversation.messages import Kind
from assistant.conversation.state import Place
from assistant.conversation.steps.places import Placing, place_answer, placing
from assistant.conversation.steps.progress import begin_series, next_in_series, progress_of
from assistant.conversation.steps.request import begin_request
from assistant.conversation.steps.sources import source_lines
from assistant.conversation.steps.step import Asking, Move, Said, Scene, back, go, stay
from assistant.eligibility.facts import Disability, FactId, FactValue, Interval
from assistant.eligibility.judge import judge
from assistant.eligibility.next_question import missing_facts
from assistant.eligibility.truth import Truth
from assistant.eligibility.verdict import Outcome, Verdict
from assistant.referrals.request import Preliminary
from assistant.understanding.asked import tells_of_check
from assistant.understanding.interpret import Expects

CHOICE_VALUES: Mapping[str, FactValue] = {
    "under-18": Interval(0, 17),
    "from-18-to-64": Interval(18, 64),
    "from-65": Interval(65, 120),
    "at-most-55": Interval(0, 55),
    "from-60": Interval(60, 100),
    "yes": True,
    "no": False,
    **{kind.value: kind for kind in Disability},
}
"""What the buttons of the questions mean; a button for a range is kept as the range, not as a made-up number."""

EXPECTED = {
    FactId.AGE: Expects.AGE,
    FactId.DISABILITY: Expects.DISABILITY,
    FactId.PARTICIPATION_LEVEL: Expects.LEVEL,
    FactId.COMPLEX_NEEDS: Expects.YES_NO,
    FactId.MUNICIPALITY: Expects.MUNICIPALITY,
    FactId.WORK: Expects.YES_NO,
    FactId.FAMILY: Expects.YES_NO,
}


def begin_check(scene: Scene, service: str) -> Move:
    """Ask the first fact that is missing; go straight to the result where all is known.

    A fact that the person did not know earlier is asked in a new check: they may know it by now. Who wants the check in
    the middle of it is asked nothing again.
    """
    if scene.conversation.is_helper is None:
        return go(scene, "for-whom", f"check|{service}")
    place = scene.conversation.place
    is_in_it = place.step == "fact" and place.about.startswith(f"{service}|")
    declined = scene.conversation.declined if is_in_it else frozenset()
    conversation = replace(scene.conversation, service=service, declined=declined)
    fresh = scene.having(conversation)
    missing = _missing(fresh, service)
    conversation = begin_series(conversation, len(missing))
    return next_fact(fresh.having(conversation), service, scene.words("check.start") if missing else ())


def _missing(scene: Scene, service: str) -> tuple[FactId, ...]:
    conversation = scene.conversation
    rule = scene.library.rules[service]
    return missing_facts(rule, conversation.facts, scene.moment.today, conversation.declined)


def next_fact(scene: Scene, service: str, before: tuple[str, ...] = ()) -> Move:
    """The next fact that is missing; the result where none is."""
    missing = _missing(scene, service)
    if not missing:
        return Move(scene.conversation.at(Place("verdict", service)), before)
    conversation = next_in_series(scene.conversation, missing[0].value, remaining=len(missing))
    return Move(conversation.at(Place("fact", f"{service}|{missing[0].value}")), before)


class FactQuestion:
    """Asks one fact."""

    def ask(self, scene: Scene) -> Asking:
        _, fact = self._parts(scene)
        question = scene.library.questions[fact.value]
        shown = placing(scene) if fact is FactId.MUNICIPALITY else Placing((), ())
        return Asking(
            Kind.QUESTION,
            shown.sentences or question.words.said(to_helper=scene.is_helper),
            question.words.picture,
            shown.choices or scene.choices(fact.value),
            expects=EXPECTED[fact],
            progress=progress_of(scene.conversation, fact.value),
            why=question.why.said(to_helper=scene.is_helper),
            again=shown.again,
            is_form=True,
            fact=fact,
        )

    def answer(self, scene: Scene, said: Said) -> Move | None:
        service, fact = self._parts(scene)
        if said.is_dont_know:
            declined = replace(scene.conversation, declined=scene.conversation.declined | {fact}, candidates=())
            before = scene.library.questions[fact.value].dont_know.said(to_helper=scene.is_helper)
            return next_fact(scene.having(declined), service, before)
        if fact is FactId.MUNICIPALITY:
            return place_answer(scene, said, self._known)
        value = CHOICE_VALUES.get(said.choice) if said.choice else said.value
        if value is None or isinstance(value, tuple):
            return None
        return self._known(scene, value)

    def _known(self, scene: Scene, value: FactValue) -> Move:
        service, fact = self._parts(scene)
        conversation = scene.conversation
        changed = replace(
            conversation,
            facts=conversation.facts.having(fact, value),
            declined=conversation.declined - {fact},
            candidates=(),
        )
        return next_fact(scene.having(changed), service)

    def _parts(self, scene: Scene) -> tuple[str, FactId]:
        service, _, fact = scene.about.partition("|")
        return service, FactId(fact)


def verdict_of(scene: Scene, service: str) -> Verdict:
    """The preliminary result by what is known now."""
    return judge(scene.library.rules[service], scene.conversation.facts, scene.moment.today, for_other=scene.is_helper)


class Result:
    """Likely, unlikely or unsure, in easy words; sending a request is always possible."""

    def ask(self, scene: Scene) -> Asking:
        verdict = verdict_of(scene, scene.about)
        message = f"verdict.{verdict.outcome.value}"
        service = scene.library.services[scene.about]
        fields = {"service": service.label}
        sentences = scene.words(message, **fields)
        if verdict.outcome is Outcome.UNLIKELY:
            against = tuple(reason.text for reason in verdict.reasons if reason.truth is Truth.NO)
            sentences = sentences + against[:2]
        sentences += scene.words(f"{message}.then")
        return Asking(Kind.RESULT, sentences, scene.picture(message), scene.choices("verdict"), Expects.YES_NO)

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.is_dont_know:
            return stay(scene, "verdict.dont-know")
        if not said.choice and tells_of_check(said.text, is_offer=True):
            # "Dirbu" sends nothing.
            return None
        if said.value is False:
            return go(scene, "menu", before=scene.words("continue"))
        match "send" if said.value is True else said.choice:
            case "send":
                return begin_request(scene, need=scene.about, preliminary=preliminary(scene, scene.about))
            case "reasons":
                return go(scene, "reasons", scene.about)
            case "other-service":
                return go(scene, "check")
            case "learn":
                return Move(scene.conversation.at(Place("topic", f"what-is|{scene.about}")))
        return None


def preliminary(scene: Scene, service: str) -> Preliminary:
    """The result as it goes along with the request, for staff."""
    verdict = verdict_of(scene, service)
    return Preliminary(
        verdict.outcome.value,
        tuple(
            (reason.criterion, reason.truth.value, reason.text, f"{reason.source.title}, {reason.source.place}")
            for reason in verdict.reasons
        ),
    )


class Reasons:
    """Why the result is what it is: each reason, and each source on request."""

    def ask(self, scene: Scene) -> Asking:
        verdict = verdict_of(scene, scene.about)
        sentences = scene.words("reasons") + tuple(reason.text for reason in verdict.reasons)
        return Asking(Kind.RESULT, sentences, scene.picture("reasons"), scene.choices("reasons"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice == "sources":
            return go(scene, "reason-sources", scene.about)
        if said.choice == "return" or said.is_dont_know:
            return Move(back(scene.conversation))
        return None


class ReasonSources:
    """The sources of the reasons."""

    def ask(self, scene: Scene) -> Asking:
        sources = (reason.source for reason in verdict_of(scene, scene.about).reasons)
        return Asking(Kind.NOTICE, source_lines(scene, sources), scene.picture("sources"), scene.choices("sources"))

    def answer(self, scene: Scene, said: Said) -> Move | None:
        if said.choice or said.is_dont_know:
            return Move(back(scene.conversation))
        return None
