"""Laws of a comparison: with itself there is nothing, and the other way round it is the mirror."""

from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import STATEMENTS, Yaml, assessment_text, reviewed
from wellled_cli.compare.comparison import compare
from wellled_cli.model.comparison import Change, Comparison

SENTENCES = ("Supervision had lapsed.", "Staff were afraid to speak up.", "Audits were not effective.", "All was well.")
CONCERNS = ("Two staff are afraid", "Three staff are afraid", "Minutes are not shared", "Minutes are never shared")

answers = st.fixed_dictionaries(
    {"findings": st.lists(st.sampled_from(SENTENCES), max_size=3, unique=True).map(" ".join)},
    optional={
        "concerns": st.lists(
            st.fixed_dictionaries(
                {"topic": st.sampled_from(["culture", "communication"]), "text": st.sampled_from(CONCERNS)}
            ),
            max_size=3,
        )
    },
)
how = st.one_of(
    st.integers(1, 4).map(lambda score: {"score": score}),
    st.just({"not_assessed": "Out of scope"}),
    st.just({"score_unknown": "Cut off"}),
)
measures = st.fixed_dictionaries(
    {"name": st.sampled_from(["Training", "Falls"]), "topic": st.just("training"), "value": st.integers(1, 3)},
    optional={"target": st.integers(1, 3), "better": st.sampled_from(["higher", "lower"])},
)
breaches = st.fixed_dictionaries(
    {"regulation": st.integers(16, 17), "status": st.sampled_from(["current", "met"])},
    optional={"text": st.sampled_from(["Gaps", "No audits"])},
)
actions = st.fixed_dictionaries(
    {"title": st.just("Tell staff"), "kind": st.just("must"), "status": st.sampled_from(["open", "done"])},
    optional={"owner": st.just("J. Lee")},
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """Give an assessment file, with little to choose from so that two of them share much."""
    said: dict[str, Yaml] = {name: draw(how) | draw(answers) for name in STATEMENTS["well-led"][:7]}
    registers = {
        "measures": draw(st.lists(measures, max_size=3)),
        "breaches": draw(st.lists(breaches, max_size=3)),
        "actions": [{"id": f"A{number}", **each} for number, each in enumerate(draw(st.lists(actions, max_size=2)))],
    }
    about = draw(st.fixed_dictionaries({}, optional={"previous_rating": st.just("good")}))
    return assessment_text((), answers=said, about=about, **registers)


def compared(old: str, new: str) -> Comparison:
    """Compare two files."""
    first, second = reviewed(old), reviewed(new)
    assert (first.faults, second.faults) == ((), ())
    return compare(first, second)


def counted(changes: Iterable[Change[Yaml]], *, turned: bool = False) -> Counter[tuple[str, str]]:
    """Count changes, or what they are the other way round."""
    pairs = ((repr(change.old), repr(change.new)) for change in changes)
    return Counter((new, old) if turned else (old, new) for old, new in pairs)


@settings(max_examples=40)
@given(files())
def test_with_itself_there_is_nothing(text: str) -> None:
    """No file differs from itself, in any kind of thing, whatever is open in it."""
    found = compared(text, text)
    assert found.is_empty
    assert not any(part.changes or part.apart for part in found.parts)
    assert (found.points or 0, found.steps or 0, found.texts_differ) == (0, 0, False)


@settings(max_examples=60)
@given(files(), files())
def test_the_other_way_round_is_the_mirror(old: str, new: str) -> None:
    """What is raised one way is cleared the other; what is altered, set apart or unchanged stays so, turned around."""
    there, back = compared(old, new), compared(new, old)
    for one, other in zip(there.parts, back.parts, strict=True):
        assert one.unchanged == other.unchanged
        assert counted(one.apart) == counted(other.apart, turned=True)
        assert Counter(map(repr, one.raised)) == Counter(map(repr, other.cleared))
        assert counted(one.changes) == counted(other.changes, turned=True)
    assert (there.points is None) == (back.points is None)
    assert (there.points or 0, there.steps or 0) == (-(back.points or 0), -(back.steps or 0))


@settings(max_examples=40)
@given(files(), files())
def test_nothing_is_lost(old: str, new: str) -> None:
    """Every concern of either file is raised, cleared, altered, set apart or counted as unchanged, once."""
    found = compared(old, new)
    for part, kind in ((found.concerns, "concern"), (found.records, "record")):
        for side, alone in ((found.old, part.cleared), (found.new, part.raised)):
            apart = sum((change.old if side is found.old else change.new) is not None for change in part.apart)
            listed = len(alone) + len(part.altered) + part.unchanged + apart
            assert listed == sum(finding.kind == kind for finding in side.review.findings)
