"""Runs named steps and prints one line of JSON for each: {"name", "ok", "detail"?}."""

import json
import os
import traceback
import urllib.request
from typing import Callable

USER = "16505551234"
PNG = bytes.fromhex("89504e470d0a1a0a") + bytes(40)
BASE_URL = os.environ["BASE_URL"]
PHONE_ID = os.environ["PHONE_ID"]
WABA_ID = os.environ["WABA_ID"]

_steps: list[tuple[str, Callable[[], None]]] = []


def step(name: str) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def add(run: Callable[[], None]) -> Callable[[], None]:
        _steps.append((name, run))
        return run

    return add


def run_all() -> None:
    for name, run in _steps:
        try:
            run()
            print(json.dumps({"name": name, "ok": True}), flush=True)
        except Exception:
            print(json.dumps({"name": name, "ok": False, "detail": traceback.format_exc()}), flush=True)


def _post(url: str, body: dict) -> dict:
    headers = {"content-type": "application/json", "authorization": "Bearer unknown-token"}
    request = urllib.request.Request(url, data=json.dumps(body).encode(), headers=headers, method="POST")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def control(path: str, body: dict) -> dict:
    """A call of the emulator's control surface."""
    return _post(f"{os.environ['EMULATOR_URL']}/_emulator/{path}", body)


def state() -> dict:
    """The emulator's whole state."""
    with urllib.request.urlopen(f"{os.environ['EMULATOR_URL']}/_emulator/state") as answer:
        return json.load(answer)


def graph(path: str, body: dict) -> dict:
    """What a step needs and its client does not offer."""
    return _post(f"{BASE_URL}/v23.0/{path}", body)


def inbound(text: str) -> str:
    """The id of a message from the user."""
    return control("inbound", {"from": USER, "text": text})["id"]
