"""The pictures of a report: what is easier to see than to read. Each stands beside a table with the same facts."""

from collections.abc import Iterator

from wellled_cli.model.assessment import Assessment, Measure
from wellled_cli.model.framework import Framework
from wellled_cli.model.scorecard import Scorecard
from wellled_cli.render.document.parts import Bar, Bars, Scale


def score_on_bands(card: Scorecard, framework: Framework) -> Iterator[Scale]:
    """Give the score on the bands of the ratings, where there is a score."""
    if card.score is not None and framework.scoring:
        bands = tuple((str(band.rating), band.lowest, band.highest) for band in framework.scoring.bands.ratings)
        words = "; ".join(f"{lowest} to {highest} {rating}" for rating, lowest, highest in bands)
        yield Scale("The score on the bands of the ratings", f"A score of {card.score}. {words}.", card.score, bands)


def statement_scores(card: Scorecard, framework: Framework) -> Iterator[Bars]:
    """Give the scores of the statements that have one."""
    scored = [each for each in card.statements if each.score is not None]
    if scored and framework.scoring:
        most = framework.scoring.highest_score
        bars = tuple(Bar(each.title, float(each.score or 0), f"{each.score} of {most}") for each in scored)
        words = "; ".join(f"{bar.label}: {bar.words}" for bar in bars)
        yield Bars("The scores of the quality statements", f"{words}.", bars, float(most))


def measures_against_targets(said: Assessment) -> Iterator[Bars]:
    """Give the measures that have a target of their own, each on its own scale with the target marked."""
    drawn = [measure for measure in said.measures or () if _can_be_drawn(measure)]
    if drawn:
        bars = tuple(_bar(measure) for measure in drawn)
        words = "; ".join(f"{bar.label}: {bar.words}" for bar in bars)
        yield Bars("Measures against the provider's own targets", f"{words}.", bars)


def _can_be_drawn(measure: Measure) -> bool:
    return measure.target is not None and measure.value >= 0 and measure.target >= 0


def _bar(measure: Measure) -> Bar:
    words = f"{measure.amount(measure.value)}, target {measure.wanted}"
    return Bar(measure.name, float(measure.value), words, float(measure.target or 0))
