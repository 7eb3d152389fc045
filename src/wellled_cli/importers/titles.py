"""The statements and key questions that titles on a page or in a sheet name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wellled_cli.frameworks.catalogue import framework_ids, in_force, shipped
from wellled_cli.model.framework import Framework, KeyQuestion, StatementEntry
from wellled_cli.model.slug import slug


@dataclass(frozen=True)
class PartAsked:
    """A framework and the part of it that a page answers: a key question, or None where it has none."""

    framework: Framework
    key_question: KeyQuestion | None

    @cached_property
    def statements(self) -> Mapping[str, StatementEntry]:
        """Its statements, by their title and by their id as slugs."""
        entries = self.key_question.statements if self.key_question else self.framework.statements or []
        return {name: entry for entry in entries for name in (slug(entry.title), entry.id)}

    def counted(self, level: str | None) -> list[StatementEntry]:
        """Give the statements that count at a level, in the published order."""
        entries = self.key_question.statements if self.key_question else self.framework.statements or []
        return [entry for entry in entries if entry.only_at in {None, level}]

    def level_named(self, names: Iterable[str]) -> str:
        """Give the level that titles or ids tell: the one at which a statement of them counts alone, else service."""
        entries = (self.statements.get(slug(name)) for name in names)
        return next((entry.only_at for entry in entries if entry and entry.only_at), "service")


def scored_frameworks(day: date | None) -> list[Framework]:
    """Give the frameworks with scores that an assessment of a day may fall under, the likeliest first."""
    found = in_force(day) if day else None
    known = [
        framework for framework in map(shipped, framework_ids()) if framework.scoring and framework.status != "draft"
    ]
    named = [framework for framework in known if framework.in_force.chosen == "by-name"]
    dated = sorted((each for each in known if each not in named), key=lambda each: each is not found)
    return [*dated[:1], *named]


def asked_by(names: Iterable[str], day: date | None, key_question: str | None = None) -> PartAsked | None:
    """Give what the titles among some names answer: the key question with the most of them; None without any.

    `key_question` settles it where it is known.
    """
    slugs = {slug(name) for name in names}
    candidates = list(_parts(day))
    if key_question:
        wanted = slug(key_question)
        candidates = [each for each in candidates if each.key_question and each.key_question.id == wanted]
        return candidates[0] if candidates else None
    best = max(candidates, key=lambda each: len(slugs & set(each.statements)), default=None)
    return best if best and slugs & set(best.statements) else None


def _parts(day: date | None) -> Iterator[PartAsked]:
    for framework in scored_frameworks(day):
        if framework.key_questions:
            for part in framework.key_questions:
                yield PartAsked(framework, part)
        else:
            yield PartAsked(framework, None)


def siblings(asked: PartAsked) -> list[PartAsked]:
    """Give the other key questions of a framework."""
    return [
        PartAsked(asked.framework, part) for part in asked.framework.key_questions or () if part != asked.key_question
    ]
