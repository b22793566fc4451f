"""What a route is handed of the gerai it may touch: read with the standing, in one statement."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class GeraiFacts:
    """A gerai as every page needs it; ``code`` is its village's Kemendagri code."""

    gerai_id: int
    code: str
    cooperative: str
    address: str
    opened_on: date
    village: str
    kecamatan: str

    @property
    def name(self) -> str:
        """As people call it: Gerai Jaten, Wonodadi."""
        return f"Gerai {self.village}, {self.kecamatan}"
