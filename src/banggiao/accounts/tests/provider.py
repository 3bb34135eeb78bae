"""A small OpenID Connect provider on this machine: discovery, keys, tokens and what it says of a person."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, CODE = "bang-giao", "bi-mat-cua-may-khach", "ma-mot-lan"


@dataclass
class Provider:
    """Who is signed in there (`claims`), whom the token is for, and what was asked of it."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    audience: str = CLIENT
    challenge: str = ""
    asked: list[str] = field(default_factory=list)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def answer(self, path: str, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        """Status and content at an address."""
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return 200, self._configuration()
        if path == "/keys":
            algorithm = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256)
            public = json.loads(algorithm.to_jwk(self.key.public_key()))
            return 200, {"keys": [{**public, "kid": "1", "use": "sig", "alg": "RS256"}]}
        if path == "/token":
            return self._token(form)
        if path == "/me":
            return 200, self.claims
        return 404, {}

    def _configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/me",
            "jwks_uri": f"{self.address}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def _token(self, form: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        proof = hashlib.sha256(form.get("code_verifier", [""])[0].encode()).digest()
        proven = base64.urlsafe_b64encode(proof).rstrip(b"=").decode() == self.challenge
        if form.get("code") != [CODE] or form.get("client_secret") != [SECRET] or not proven:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        said = {"iss": self.address, "aud": self.audience, "iat": now, "exp": now + 300, **self.claims}
        token = jwt.encode(said, self.key, algorithm="RS256", headers={"kid": "1"})
        return 200, {"access_token": "ve", "token_type": "Bearer", "expires_in": 300, "id_token": token}


@contextmanager
def provider_running() -> Iterator[Provider]:
    """The provider at an address of this machine."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(*provider.answer(urlsplit(self.path).path, {}))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say(*provider.answer(urlsplit(self.path).path, parse_qs(body)))

        def _say(self, status: int, content: dict[str, Any]) -> None:
            body = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
