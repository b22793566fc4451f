"""Personal data at rest: keys change without a pause, fingerprints need their key, and a seal opens once for its purpose."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from flask import Flask
from sqlalchemy.dialects import sqlite

from app.foundation.personal import Encrypted, SealBroken, fingerprint, seal, unseal

HOUR = timedelta(hours=1)
OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture
def app() -> Iterator[Flask]:
    made = Flask(__name__)
    made.config.update(PERSONAL_DATA_KEYS=OLD, PERSONAL_DATA_INDEX_KEY="k" * 32)
    with made.app_context():
        yield made


def test_the_same_text_looks_different_each_time(app: Flask) -> None:
    column, dialect = Encrypted(), sqlite.dialect()
    first, second = (column.process_bind_param("3505011203850001", dialect) for _ in range(2))
    assert first != second
    assert first is not None and "3505" not in first
    assert column.process_result_value(first, dialect) == column.process_result_value(second, dialect)
    assert column.process_bind_param(None, dialect) is None


def test_what_an_old_key_wrote_is_read_after_a_new_one_came(app: Flask) -> None:
    column, dialect = Encrypted(), sqlite.dialect()
    written = column.process_bind_param("rahasia", dialect)
    app.config["PERSONAL_DATA_KEYS"] = f"{NEW},{OLD}"
    assert column.process_result_value(written, dialect) == "rahasia"
    fresh = column.process_bind_param("rahasia", dialect)
    app.config["PERSONAL_DATA_KEYS"] = NEW
    assert column.process_result_value(fresh, dialect) == "rahasia"


def test_a_fingerprint_hangs_on_key_purpose_and_every_part(app: Flask) -> None:
    first = fingerprint("nik", 1, "3505")
    assert first == fingerprint("nik", 1, "3505") and len(first) == 64
    others = [fingerprint("nik", 2, "3505"), fingerprint("hp", 1, "3505"), fingerprint("nik", "13505", "")]
    app.config["PERSONAL_DATA_INDEX_KEY"] = "l" * 32
    assert first not in [*others, fingerprint("nik", 1, "3505")]


def test_a_seal_opens_for_its_purpose_and_its_time_alone(app: Flask) -> None:
    sealed = seal("impor:1:7", "isi")
    assert unseal("impor:1:7", sealed, within=HOUR) == "isi"
    for purpose, text, within in (
        ("impor:1:8", sealed, HOUR),
        ("impor:1:7", sealed[:-4] + "AAA=", HOUR),
        ("impor:1:7", "", HOUR),
        ("impor:1:7", sealed, timedelta(seconds=-1)),
    ):
        with pytest.raises(SealBroken):
            unseal(purpose, text, within=within)
