"""What the audit's consistency queries find, of all rooms."""

from app.foundation.database import db
from app.ledger.audit import checks, faults_of


def faults() -> list[str]:
    session = db.session()
    return [f"{fault.check}: {fault.text}" for check in checks() for fault in faults_of(session, check, None)]
