"""An earlier JSON result as the baseline of a gate: what must not get worse."""

import codecs
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from wellled_cli.load.files import path_key, read_bytes, shown
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.finding import Finding, Kind
from wellled_cli.model.fingerprint import fingerprint
from wellled_cli.model.review import Review

if TYPE_CHECKING:
    from wellled_cli.model.result import Assessment

_LARGEST = 500_000_000


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of an earlier result, by path; `name` is that of its own file."""

    name: str
    entries: "Mapping[str, Assessment]"

    def compared_with_nothing(self, reviews: Sequence[Review]) -> Iterator[str]:
        """Say which files are new, and which are gone.

        Raises UsageFaultError where the result knows none of the files: it was made elsewhere, or of something else.
        """
        paths = {path_key(review.path) for review in reviews}
        if reviews and not paths & self.entries.keys():
            knows = f"{next(iter(self.entries))}" if self.entries else "no file at all"
            raise UsageFaultError(
                f"--baseline: {self.name} knows none of these files; found {knows}, expected {min(paths)}; check them "
                "from the folder in which the baseline was made"
            )
        for path in sorted(paths - self.entries.keys()):
            yield f"--baseline {self.name}: {path} is not in it, and was compared with nothing"
        for path in sorted(self.entries.keys() - paths):
            yield f"--baseline {self.name}: {path} is in it, and was not checked"

    def regressions(self, review: Review) -> Iterator[str]:
        """Say what is worse in a file than it was: a lower score or rating, and findings that were not there.

        A file that was not there before is compared with nothing.
        """
        old = self.entries.get(path_key(review.path))
        if old is None:
            return
        card = review.scorecard
        score, rating = (card.score, card.rating) if card else (None, None)
        if old.score is not None and (score is None or score < old.score):
            yield f"{review.path}: the score is {_known(score)}, it was {old.score}"
        if old.rating is not None and (rating is None or rating.rank < old.rating.rank):
            yield f"{review.path}: the rating is {_known(rating)}, it was {old.rating}"
        if new := list(self.new_findings(review, old)):
            yield f"{review.path}: {len(new)} {'finding' if len(new) == 1 else 'findings'} that were not there before"

    @staticmethod
    def new_findings(review: Review, old: "Assessment") -> Iterator[Finding]:
        """Give the findings of a file that its earlier result does not have, those waived aside in both.

        The same finding twice where it was once is new once.
        """
        known = Counter(fingerprint(finding) for finding in old.findings if finding.waived is None)
        for finding in review.findings:
            if finding.waived is None and finding.kind is not Kind.FAULT:
                mark = fingerprint(finding)
                if known[mark]:
                    known[mark] -= 1
                else:
                    yield finding


def read_baseline(path: str) -> Baseline:
    """Read an earlier JSON result.

    Raises UnreadableError where it cannot be had, UsageFaultError where it is none.
    """
    from wellled_cli.model.result import Result

    content = read_bytes(path, _LARGEST)
    try:
        result = Result.model_validate_json(_utf8(content))
    except (ValidationError, UnicodeDecodeError):
        message = f"--baseline: {shown(path)} is no result of `wellled check --format json` that this version can read"
        raise UsageFaultError(f"{message}; nothing was compared") from None
    return Baseline(shown(path), {path_key(entry.path): entry for entry in result.assessments})


def _utf8(content: bytes) -> bytes:
    """Give the bytes without the mark, or the encoding, that a shell of Windows redirects with."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16").encode()
    return content.removeprefix(codecs.BOM_UTF8)


def _known(value: object) -> str:
    return "not known" if value is None else str(value)
