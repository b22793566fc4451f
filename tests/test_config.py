"""Configuration: production refuses to start without its secrets and says which."""

import pytest
from cryptography.fernet import Fernet

import config

GOOD = {
    "LUMBUNG_ENV": "production",
    "DATABASE_URL": "postgresql://lumbung@localhost/lumbung",
    "SECRET_KEY": "s" * 32,
    "PERSONAL_DATA_KEYS": Fernet.generate_key().decode(),
    "PERSONAL_DATA_INDEX_KEY": "i" * 32,
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_production_starts_with_its_secrets(environment: pytest.MonkeyPatch) -> None:
    loaded = config.load()
    assert loaded["PRODUCTION"] and loaded["SECRET_KEY"] == GOOD["SECRET_KEY"]


@pytest.mark.parametrize("name", [name for name in GOOD if name != "LUMBUNG_ENV"])
def test_production_names_what_is_missing(environment: pytest.MonkeyPatch, name: str) -> None:
    environment.delenv(name)
    with pytest.raises(config.MissingConfiguration, match=name):
        config.load()


@pytest.mark.parametrize(
    "name, value",
    [("SECRET_KEY", "short"), ("PERSONAL_DATA_INDEX_KEY", "short"), ("PERSONAL_DATA_KEYS", "no key")],
)
def test_a_secret_that_is_none_is_refused(environment: pytest.MonkeyPatch, name: str, value: str) -> None:
    environment.setenv(name, value)
    with pytest.raises(config.MissingConfiguration, match=name):
        config.load()


def test_an_unknown_environment_is_refused(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("LUMBUNG_ENV", "prod")
    with pytest.raises(config.MissingConfiguration, match="production"):
        config.load()
