"""A location or provider as CQC's syndication API gives it, in JSON.

Fields the API leaves out are absent, not null; its odd spellings are read as they are. Contacts and other personal data
are never looked at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wellled_cli.importers.api_draft import Found, draft_of
from wellled_cli.importers.api_records import Record, is_historic, parsed, records, text, why_not_current
from wellled_cli.importers.decoding import as_text
from wellled_cli.importers.given import Given
from wellled_cli.model.draft import Draft
from wellled_cli.model.errors import NotImportableError

EXPECTED = "the JSON of a location or a provider from CQC's syndication API, with an `assessment` list"
_MOST_REASONS = 3


def detect(content: bytes, name: str) -> bool:
    """Tell whether bytes look like JSON of the API: an object or list of objects with ids of locations or providers."""
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return start in {b"{", b"["} and (name.casefold().endswith(".json") or b'"assessment"' in content)


def read(content: bytes, name: str, given: Given) -> list[Draft]:
    """Give the assessments of a location or provider: one a service group and key question.

    What cannot be read is named in the head of the others. Raises NotImportableError for what is no such JSON, or holds
    no assessment.
    """
    data = parsed(as_text(content, name, EXPECTED).text, name, EXPECTED)
    bodies = [each for each in (data if isinstance(data, list) else [data]) if isinstance(each, dict)]
    if not any("assessment" in body or (text(body, "locationId") or text(body, "providerId")) for body in bodies):
        raise NotImportableError(f"{name}: expected {EXPECTED}")
    reading = _Reading(name, given)
    drafts = [draft for body in bodies for draft in reading.of_body(body)]
    if not drafts:
        raise NotImportableError(f"{name}: {_why_nothing(bodies, reading)}")
    left_out = [f"Left out: {reason}" for reason in dict.fromkeys(reading.left_out)]
    return [replace(draft, head=(*draft.head, *left_out)) for draft in drafts]


class _Reading:
    """Goes through the JSON of one file, and keeps why it left something out."""

    def __init__(self, name: str, given: Given) -> None:
        self._name, self._given = name, given
        self.left_out: list[str] = []
        self.historic: list[str] = []

    def of_body(self, body: Record) -> Iterator[Draft]:
        """Give the assessments of a location or provider."""
        whose = text(body, "locationName") or text(body, "name") or self._name
        for plan in records(body, "assessment"):
            ratings = plan.get("ratings")
            if isinstance(ratings, dict):
                groups = list(records(ratings, "asgRatings")) or list(records(ratings, "overall"))
                for group in groups:
                    yield from self._of_group(body, plan, group, whose)
            elif ratings is not None:
                what = "a list" if isinstance(ratings, list) else "a single value"
                self.left_out.append(f"{whose}: ratings: found {what}, expected an object with asgRatings or overall")

    def _of_group(self, body: Record, plan: Record, group: Record, whose: str) -> Iterator[Draft]:
        where = ", ".join(filter(None, (whose, text(group, "name"))))
        if not self._takes(group, where):
            return
        for part in records(group, "keyQuestionRatings"):
            if self._takes(part, f"{where}, {text(part, 'name')}"):
                try:
                    yield draft_of(Found(body, plan, group, part), self._name, self._given)
                except NotImportableError as error:
                    self.left_out.append(f"{where}: {error}")

    def _takes(self, record: Record, where: str) -> bool:
        why = why_not_current(record)
        if self._given.every or not why:
            return True
        reasons = self.historic if is_historic(record) else self.left_out
        reasons.append(f"{where}: {why}; --all takes it too")
        return False


def _why_nothing(bodies: Sequence[Record], reading: _Reading) -> str:
    if reasons := list(dict.fromkeys((*reading.left_out, *reading.historic))):
        more = len(reasons) - _MOST_REASONS
        rest = [f"and {more} more of the kind"] if more > 0 else []
        return f"found no assessment to take. {'. '.join((*reasons[:_MOST_REASONS], *rest))}"
    if any(body.get("currentRatings") or body.get("historicRatings") for body in bodies):
        return "found only ratings without quality statements, from before the single assessment framework"
    return f"found no assessment; expected {EXPECTED}"
