"""Pages, JSON and sheets in the shapes that are known; everybody in them is fictional."""

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.builders import Yaml

TITLES: Mapping[str, tuple[str, ...]] = {
    "Safe": (
        "Learning culture",
        "Safe systems, pathways and transitions",
        "Safeguarding",
        "Involving people to manage risks",
        "Safe environments",
        "Safe and effective staffing",
        "Infection prevention and control",
        "Medicines optimisation",
    ),
    "Effective": (
        "Assessing needs",
        "Delivering evidence-based care and treatment",
        "How staff and teams work together",
        "Supporting people to live healthier lives",
        "Monitoring and improving outcomes",
        "Consent to care and treatment",
    ),
    "Caring": (
        "Kindness, compassion and dignity",
        "Treating people as individuals",
        "Independence, choice and control",
        "Responding to people\u2019s immediate needs",
        "Workforce wellbeing and enablement",
    ),
    "Responsive": (
        "Person-centred care",
        "Care provision, integration and continuity",
        "Providing information",
        "Listening to and involving people",
        "Equity in access",
        "Equity in experiences and outcomes",
        "Planning for the future",
    ),
    "Well-led": (
        "Shared direction and culture",
        "Capable, compassionate and inclusive leaders",
        "Freedom to speak up",
        "Workforce equality, diversity and inclusion",
        "Governance, management and sustainability",
        "Partnerships and communities",
        "Learning, improvement and innovation",
    ),
}
TRUST_ONLY = "Environmental sustainability and sustainable development"
LOCAL_AUTHORITY = (
    "Assessing needs",
    "Supporting people to live healthier lives",
    "Equity in experience and outcomes",
    "Care provision, integration and continuity",
    "Partnerships and communities",
    "Safe systems, pathways and transitions",
    "Safeguarding",
    "Governance, management and sustainability",
    "Learning, improvement and innovation",
)
CARRIED = (
    "We did not look at {title} during this assessment. The score for this quality statement is based on the previous "
    "rating for {part}."
)


@dataclass(frozen=True)
class Shown:
    """A statement as a page shows it."""

    title: str
    score: int | None
    text: str
    is_carried: bool = False

    def lines(self, part: str) -> list[str]:
        """Give the lines of the page."""
        score = [f"Score: {self.score}", ""] if self.score else []
        text = CARRIED.format(title=self.title, part=part) if self.is_carried else self.text
        return [self.title, "", *score, text, ""]


def shown(part: str, scores: Sequence[int | None], *, titles: Sequence[str] = ()) -> list[Shown]:
    """Give the statements of a key question with scores and a narrative of their own."""
    names = titles or TITLES[part]
    return [
        Shown(title, score, f"What was seen under number {number} of {part}. It stayed with people.")
        for number, (title, score) in enumerate(zip(names, scores, strict=True), start=1)
    ]


def early(part: str, rating: str, score: int, statements: Sequence[Shown], day: str = "16 May 2024") -> str:
    """Give a page in the early layout, of a location."""
    lines = [
        *("Care home", "", "Rose Court", "", f"Overall: {rating}", "", "1 High Street, Exampleton, EX1 1AA", ""),
        *("Provided and run by:", "", "Fictional Care Limited", "", f"Report from {day} assessment", ""),
        *("On this page", "", part, "", rating, "", "Updated 30 May 2024", ""),
        *(f"People told us how it was under {part}.", ""),
        (
            f"This service scored {score} (out of 100) for this area. "
            "Find out what we look at when we assess this area and How we calculate these scores."
        ),
        "",
    ]
    return "\n".join(lines + [line for statement in statements for line in statement.lines(part)])


def of_2025(part: str, rating: str, score: int, statements: Sequence[Shown], breach: str = "") -> str:
    """Give a page in the layout of 2025, of a location rated good before."""
    lines = [
        *("Homecare service", "", "Rose Court at Home", "", "Report from 25 June 2025 assessment", "", "Contents", ""),
        *("On this page", "", *(statement.title for statement in statements), "", part, ""),
        (
            "At our last assessment, we rated this key question Good. "
            f"At this assessment, the rating has changed to {rating}."
        ),
        "",
        *([f"The service was in breach of legal regulation in relation to {breach}.", ""] if breach else []),
        *("However, people were glad to be there.", ""),
        f"This service scored {score} (out of 100) for this area. Find out what we look at when we assess this area.",
        "",
    ]
    return "\n".join(lines + [line for statement in statements for line in statement.lines(part)])


def as_html(page: str) -> str:
    """Give a page as a browser saves it, with what a page has around its text."""
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in page.split("\n") if line)
    return (
        "<!doctype html><html lang='en'><head><title>Rose Court</title><style>p {color: red}</style>"
        "<script>var score = 'Score: 1';</script></head><body><nav><ul><li>Home</li></ul></nav>"
        f"<div hidden>Score: 1</div><p style='display: none'>Score: 1</p>{body}"
        "<noscript>Score: 1</noscript></body></html>"
    )


def area(number: int, title: str, score: int | None, **more: Yaml) -> dict[str, Yaml]:
    """Give a statement as the API does."""
    words = {1: "significant shortfalls", 2: "some shortfalls", 3: "a good standard", 4: "an exceptional standard"}
    found: dict[str, Yaml] = {"name": title, "qualityStatementId": number, "status": "Assessed"}
    if score:
        found["qualityStatementscore"] = f"{score} - Evidence shows {words[score]}"
    found["evidenceCategory"] = [
        {"evidenceCategoryId": 1, "commentary": f"<p>Seen under {title}.</p>", "commentaryDate": "2024-05-01"}
    ]
    return found | more


def part_of(
    part: str, rating: str, score: int | None, areas: Sequence[Mapping[str, Yaml]], **more: Yaml
) -> dict[str, Yaml]:
    """Give a key question as the API does."""
    found: dict[str, Yaml] = {
        "name": part,
        "rating": rating,
        "status": "Current",
        "commentary": f"<p>How it was under {part}.</p>",
        "topicareas": list(areas),
    }
    if score is not None:
        found["percentageScore"] = str(score)
    return found | more


def group(name: str, parts: Sequence[Mapping[str, Yaml]], **more: Yaml) -> dict[str, Yaml]:
    """Give a service group as the API does."""
    return {
        "assessmentPlanId": "AP12345",
        "title": "An assessment",
        "assessmentDate": "2025-03-04",
        "assessmentPlanStatus": "Active",
        "name": name,
        "rating": "Good",
        "status": "Current",
        "keyQuestionRatings": list(parts),
    } | more


def location(*plans: Mapping[str, Yaml], **more: Yaml) -> dict[str, Yaml]:
    """Give a location as the API does."""
    return {
        "locationId": "1-1000000001",
        "providerId": "1-100000001",
        "name": "Rose Court",
        "contacts": [{"personGivenName": "Hyacinth", "personFamilyName": "Quillfeather"}],
        "regulatedActivities": [{"contacts": [{"personFamilyName": "Quillfeather"}]}],
        "nominatedIndividual": {"personFamilyName": "Quillfeather"},
        "assessment": list(plans),
    } | more


def plan(*groups: Mapping[str, Yaml], overall: Sequence[Mapping[str, Yaml]] = (), **more: Yaml) -> dict[str, Yaml]:
    """Give a plan with its ratings as the API does."""
    return {
        "assessmentPlanPublishedDateTime": "2025-04-01 00:00:00",
        "ratings": {"overall": list(overall), "asgRatings": list(groups)},
    } | more


def areas_of(part: str, scores: Sequence[int | None]) -> list[dict[str, Yaml]]:
    """Give the statements of a key question as the API does."""
    return [area(number, *pair) for number, pair in enumerate(zip(TITLES[part], scores, strict=True), start=1)]


def written(data: object) -> str:
    """Give JSON."""
    return json.dumps(data)
