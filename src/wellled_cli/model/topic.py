"""The topics that concerns and strengths are sorted into."""

from collections.abc import Mapping
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
