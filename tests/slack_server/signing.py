"""How Slack encodes and signs its requests."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from typing import Any
from urllib.parse import urlencode

SECRET = "signing"  # noqa: S105 - of nobody


def signature(body: bytes, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    """The headers that prove that a request is Slack's, and how many seconds old it is."""
    sent = str(int(time.time()) - age)
    made = hmac.new(secret.encode(), f"v0:{sent}:".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": sent, "X-Slack-Signature": f"v0={made}"}


def encoded(payload: dict[str, Any]) -> tuple[str, str]:
    """Events as JSON, commands as a form, interactions as JSON in a form."""
    if payload.get("type") in ("event_callback", "url_verification"):
        return json.dumps(payload), "application/json"
    form = payload if "command" in payload else {"payload": json.dumps(payload)}
    return urlencode(form), "application/x-www-form-urlencoded"
