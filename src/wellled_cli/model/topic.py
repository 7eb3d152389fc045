"""The topics that concerns and strengths are sorted into."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "training": "Training",
        "development": "Professional development",
        "appraisal": "Appraisal",
        "supervision": "Supervision",
        "speaking-up": "Speaking up",
        "incident-learning": "Learning from incidents",
        "senior-visibility": "Visibility of senior leaders",
        "leadership": "Leadership and management",
        "communication": "Communication with staff",
        "vision-values": "Vision and values",
        "culture": "Culture",
        "equality": "Equality, diversity and inclusion",
        "wellbeing": "Staff wellbeing",
        "staffing": "Staffing",
        "governance": "Governance",
        "risk": "Risk management",
        "records-data": "Records and data",
        "it-systems": "IT systems",
        "regulatory": "Regulatory duties",
        "feedback": "Feedback and complaints",
        "partnerships": "Partnerships",
        "improvement": "Improvement and innovation",
        "sustainability": "Sustainability",
    }
)
"""Topic id to title, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class OwnTopic:
    """What a team adds to a topic, or a topic of its own: phrases by what they do, as the lexicon writes them."""

    id: str
    title: str
    phrases: tuple[tuple[str, tuple[str, ...]], ...]


def titles(own: Iterable[OwnTopic]) -> Mapping[str, str]:
    """Give topic id to title: ours, then those a team adds."""
    return {**TOPICS, **{topic.id: topic.title for topic in own if topic.id not in TOPICS}}
