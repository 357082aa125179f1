"""Tests of one mode alone, where the other knows no such thing; they need the fixture ``bot``."""

import pytest

http_only = pytest.mark.parametrize("bot", ["HTTP mode"], indirect=True)
socket_only = pytest.mark.parametrize("bot", ["Socket Mode"], indirect=True)
