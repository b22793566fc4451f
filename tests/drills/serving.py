"""The real server in a process of its own, and tills that talk to it over HTTP."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlencode

from cryptography.fernet import Fernet

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
STARTS_WITHIN_SECONDS = 60
KEY = Fernet.generate_key().decode()
PERSONAL = {"PERSONAL_DATA_KEYS": KEY, "PERSONAL_DATA_INDEX_KEY": "drill" * 8}
"""An application that writes members for the server to read needs the same keys."""
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


class Server:
    """``flask serve`` on one database. A kill leaves nothing of it, and ``start`` begins anew on the same port."""

    def __init__(self, url: str, log: Path) -> None:
        self.port = free_port()
        self.log = log
        self.environment = os.environ | {
            "DATABASE_URL": url,
            "DATABASE_OWNER_URL": url,
            "SECRET_KEY": "drill" * 8,
            **PERSONAL,
            "LOG_LEVEL": "WARNING",
        }
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end(signal.SIGTERM)

    def start(self) -> None:
        """Start it and wait until it answers. Raises RuntimeError with its log when it does not."""
        command = [sys.executable, "-m", "flask", "--app", "app", "serve", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        until = time.monotonic() + STARTS_WITHIN_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the server did not start:\n{self.log.read_text()}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        probe = Till(self.port, "")
        try:
            return probe.ask("GET", "/sign-in")[0] == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            probe.hang_up()

    def _listens(self) -> bool:
        try:
            socket.create_connection((HOST, self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def kill(self) -> None:
        """kill -9, the master and its workers at once: as sudden as a program can end."""
        self.end(signal.SIGKILL)

    def end(self, how: signal.Signals) -> None:
        if self.process is not None:
            if self.process.poll() is None:
                os.killpg(self.process.pid, how)
            self.process.wait(30)
            self.process = None
        while self._listens():  # a worker may take a moment longer to be gone than its master
            time.sleep(0.01)


class Till:
    """One cashier's browser, as far as selling goes: a kept-alive connection, a session and a token.

    Raises OSError or http.client.HTTPException when the server is gone.
    """

    def __init__(self, port: int, code: str) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=30)
        self.code = code
        self.cookies: dict[str, str] = {}
        self.token = ""

    def sign_in(self, username: str, password: str) -> None:
        _, page = self.ask("GET", "/sign-in")
        found = TOKEN.search(page.decode())
        assert found, "the sign-in form carries no token"
        form = urlencode({"csrf_token": found[1], "username": username, "password": password})
        status, _ = self.ask(
            "POST",
            f"/sign-in?next=/g/{self.code}/till",
            form.encode(),
            {"Content-Type": "application/x-www-form-urlencoded"},
        )
        assert status == 303, f"{username} could not sign in: {status}"
        self.token = self.context()["csrf_token"]

    def context(self) -> dict[str, Any]:
        status, body = self.ask("GET", f"/g/{self.code}/till/context")
        assert status == 200, body
        return dict(json.loads(body))

    def sell(self, body: bytes) -> tuple[int, bytes]:
        """Post one sale; answers the status and the body as it came.

        By hand, since http.client takes a good part of a millisecond that would be counted as the server's.
        """
        if self.connection.sock is None:
            self.connection.connect()
        head = (
            f"POST /g/{self.code}/till/sales HTTP/1.1\r\nHost: {HOST}:{self.connection.port}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            f"X-CSRFToken: {self.token}\r\nCookie: {self._cookies()}\r\n\r\n"
        )
        self.connection.sock.sendall(head.encode() + body)
        return self._answer()

    def _answer(self) -> tuple[int, bytes]:
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._more()
        head, _, content = received.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        assert length, head
        while len(content) < int(length[1]):
            content += self._more()
        return int(head.split(b" ", 2)[1]), content

    def _more(self) -> bytes:
        received = self.connection.sock.recv(65536)
        if not received:
            raise ConnectionResetError("the server hung up in the middle of an answer")
        return bytes(received)

    def _cookies(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        sent = {"Cookie": self._cookies(), "Accept": "text/html, application/json", **(headers or {})}
        self.connection.request(method, path, body, sent)
        answer = self.connection.getresponse()
        content = answer.read()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(line).items()})
        return answer.status, content

    def hang_up(self) -> None:
        """Close the connection; the next request opens another. The session stays."""
        self.connection.close()
