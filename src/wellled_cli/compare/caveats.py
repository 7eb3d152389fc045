"""What cannot be compared in two assessments, and what has to be borne in mind."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from wellled_cli.model.assessment import Assessment, Provider, Service
from wellled_cli.model.comparison import About, Caveat
from wellled_cli.model.fingerprint import folded
from wellled_cli.model.framework import Framework, Scoring
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import Review
from wellled_cli.model.scorecard import Scorecard, Status
from wellled_cli.model.wording import day_words


def of_who(old: Assessment, new: Assessment) -> Iterator[Caveat]:
    """Say whether the two are of different providers or services, as far as ids, else names, can tell."""
    for about, was, now in ((About.PROVIDER, old.provider, new.provider), (About.SERVICE, old.service, new.service)):
        before, after = _named(was), _named(now)
        if was and now and before and after:
            same = _same(was, now)
            if same is False:
                yield Caveat(about, f"Different {about}s: {before}; and {after}.", grave=True)
            elif same is None:
                yield Caveat(about, f"Whether it is the same {about} cannot be told: {before}; and {after}.")
        elif before or after:
            yield Caveat(about, f"Only the {'old' if before else 'new'} one names a {about}: {before or after}.")


def of_what(old: Review, new: Review) -> Iterator[Caveat]:
    """Say whether the two answer different key questions, or the same one at different levels."""
    was, now = old.key_question, new.key_question
    if (was and was.id) != (now and now.id):
        titles = f"{was.title if was else 'none'}; and {now.title if now else 'none'}"
        yield Caveat(About.KEY_QUESTION, f"Different key questions: {titles}.", grave=True)
    if old.level != new.level:
        yield Caveat(About.LEVEL, f"Different levels: {old.level or 'none'}; and {new.level or 'none'}.")


def of_framework(old: Framework, new: Framework) -> Iterator[Caveat]:
    """Say whether the framework changed, and what that does to scores and ratings."""
    if old.id == new.id:
        return
    yield Caveat(About.FRAMEWORK, f"Different frameworks: {old.title} ({old.id}); and {new.title} ({new.id}).")
    if old.scoring and new.scoring:
        yield _of_scoring(old.scoring, new.scoring)
        return
    for which, framework in (("old", old), ("new", new)):
        if framework.scoring is None and (old.scoring or new.scoring):
            yield Caveat(About.SCORES, f"The {which} framework has no scores: nothing but its ratings can be compared.")


def _of_scoring(old: Scoring, new: Scoring) -> Caveat:
    if not bands_agree(old, new):
        said = "Their bands are not the same: a score earns another rating, so scores cannot be compared."
        return Caveat(About.BANDS, said)
    was, now = ([(each.band, each.scores, each.limited_to) for each in scoring.limiters] for scoring in (old, new))
    if was != now:
        return Caveat(
            About.LIMITS, "Their bands are the same, but not what limits a rating: compare ratings with care."
        )
    return Caveat(About.BANDS, "Their bands and limits are the same, so scores and ratings can be compared.")


def bands_agree(old: Scoring | None, new: Scoring | None) -> bool:
    """Tell whether both have scores, and each score earns the same rating in both."""
    if old is None or new is None:
        return False
    was, now = ([(band.rating, band.lowest, band.highest) for band in each.bands.ratings] for each in (old, new))
    return was == now


def of_result(old: Scorecard, new: Scorecard) -> Iterator[Caveat]:
    """Say which results have nothing that could be compared."""
    yield from _of_statements({each.id for each in old.statements}, {each.id for each in new.statements})
    if None not in {old.maximum, new.maximum} and old.maximum != new.maximum:
        said = f"The maximum is not the same, {old.maximum} and {new.maximum}: only scores out of 100 can be compared."
        yield Caveat(About.MAXIMUM, said)
    for which, card in (("old", old), ("new", new)):
        if card.rating is Rating.NOT_RATED:
            said = f"The {which} one is not rated: neither its rating nor its score can be compared."
        elif unknown := "; ".join(each.title for each in card.statements if each.status is Status.UNKNOWN):
            said = f"The {which} result is open, as scores are not known, and cannot be compared: {unknown}."
        elif card.rating is None:
            said = f"The {which} one has no rating yet: it cannot be compared."
        else:
            continue
        yield Caveat(About.RATING, said)


def _of_statements(old: AbstractSet[str], new: AbstractSet[str]) -> Iterator[Caveat]:
    if not old & new:
        yield Caveat(About.STATEMENTS, "They share no quality statement, so none can be compared.")
    elif old != new:
        alone = (("old", len(old - new)), ("new", len(new - old)))
        counts = ", ".join(f"{number} in the {which}" for which, number in alone if number)
        yield Caveat(About.STATEMENTS, f"Quality statements that stand in one of them alone: {counts}.")


def of_days(old: Assessment, new: Assessment) -> Iterator[Caveat]:
    """Say whether the old one is the newer by its date."""
    was, now = old.assessment.date, new.assessment.date
    if was > now:
        text = (
            f"The old one is the newer by its date: {day_words(was)}; and {day_words(now)}. They are compared as given."
        )
        yield Caveat(About.DATES, text)


def _named(part: Provider | None) -> str:
    kind = part.type if isinstance(part, Service) else None
    known = (part.name, part.id, kind) if part else ()
    return ", ".join(text.strip() for text in known if text and text.strip())


def _same(old: Provider, new: Provider) -> bool | None:
    """Tell by the ids, else by the names, whether two are one; None where they share neither."""
    kinds = [folded(each.type or "") for each in (old, new) if isinstance(each, Service)]
    if all(kinds) and len(set(kinds)) > 1:
        return False
    for was, now in ((old.id, new.id), (old.name, new.name)):
        if folded(was or "") and folded(now or ""):
            return folded(was or "") == folded(now or "")
    return None
