"""What every answer carries: a strict policy with a nonce, guards against the usual tricks, careful cookies."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.access.conftest import Door, sign_in, token_of

PAGES = [
    "/sign-in",
    "/account/password",
    "/g/35.05.01.2998/",
    "/g/35.05.01.2998/roles",
    "/tidak-ada",
    "/healthz",
]


@pytest.fixture
def app(door: Door) -> Flask:
    return door(WTF_CSRF_ENABLED=True)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    client = app.test_client()
    token = token_of(client.get("/sign-in").text)
    assert sign_in(client, extra={"csrf_token": token}).status_code == 303
    return client


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_has_the_headers(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "camera=(self)" in headers["Permissions-Policy"]
    assert re.fullmatch(r"[0-9a-f]{12}", headers["X-Request-Id"])


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_has_a_policy_with_a_nonce_of_its_own(client: FlaskClient, path: str) -> None:
    policies = [client.get(path).headers["Content-Security-Policy"] for _ in range(2)]
    nonces = [re.search(r"'nonce-([\w-]{20,})'", policy) for policy in policies]
    assert all(nonces) and nonces[0][1] != nonces[1][1]
    for policy in policies:
        assert (
            "default-src 'none'" in policy and "base-uri 'none'" in policy and "form-action 'self'" in policy
        )
        assert "unsafe" not in policy and "http:" not in policy and "*" not in policy


@pytest.mark.parametrize("path", PAGES[:-1])
def test_no_page_needs_what_the_policy_forbids(client: FlaskClient, path: str) -> None:
    page = client.get(path)
    nonce = re.search(r"'nonce-([\w-]+)'", page.headers["Content-Security-Policy"])[1]
    assert not re.search(r"<[^>]+\son\w+\s*=", page.text), "no inline handlers"
    assert not re.search(r"<[^>]+\sstyle\s*=", page.text), "no inline styles"
    for tag in re.findall(r"<(?:script|style)\b[^>]*>", page.text):
        assert f'nonce="{nonce}"' in tag or 'src="/static/' in tag
    for address in re.findall(r'(?:src|href)="([^"#?]*)', page.text):
        assert address.startswith("/") or address == "", f"{address} is on another host"


@pytest.mark.parametrize(
    "path",
    ["/sign-in", "/sign-out", "/language", "/account/password", "/g/35.05.01.2998/officers/dismissals"],
)
def test_nothing_is_changed_without_a_token(client: FlaskClient, path: str) -> None:
    page = client.post(path, data={"username": "budi", "language": "en"})
    assert page.status_code == 403 and "Muat ulang" in page.text
    program = client.post(path, json={}, headers={"Accept": "application/json"})
    assert program.status_code == 403 and program.json["code"] == "csrf_expired"
    stolen = client.post(path, data={"csrf_token": "a" * 40})
    assert stolen.status_code == 403


def test_the_token_may_travel_in_a_header(client: FlaskClient) -> None:
    token = token_of(client.get("/account/password").text)
    answer = client.post("/language", data={"language": "en"}, headers={"X-CSRFToken": token})
    assert answer.status_code == 303


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(app: Flask) -> None:
    cookie = app.test_client().get("/sign-in").headers["Set-Cookie"]
    assert cookie.startswith("lumbung=") and "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert "Secure" not in cookie, "a gerai's own network may speak plain http"


def test_behind_tls_the_cookie_is_secure_and_the_browser_stays_there(door: Door) -> None:
    client = door(WTF_CSRF_ENABLED=True, SESSION_COOKIE_SECURE=True).test_client()
    answer = client.get("/sign-in", base_url="https://gerai.example")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


def test_what_never_changes_is_cached_for_good(client: FlaskClient) -> None:
    sheet = re.search(r'href="(/static/[^"]+\.css)"', client.get("/sign-in", follow_redirects=True).text)[1]
    with client.get(sheet) as answer:
        assert answer.status_code == 200 and "immutable" in answer.headers["Cache-Control"]
        assert "Set-Cookie" not in answer.headers, "a shared cache would hand this session to others"
