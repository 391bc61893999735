"""An unmodified pywa client whose session redirects requests for graph.facebook.com to the emulator."""

import os

import httpx
from pywa import WhatsApp


class EmulatorTransport(httpx.HTTPTransport):
    def __init__(self, emulator: str) -> None:
        super().__init__()
        self._emulator = httpx.URL(emulator)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == "graph.facebook.com":
            request.url = request.url.copy_with(
                scheme=self._emulator.scheme, host=self._emulator.host, port=self._emulator.port
            )
            request.headers["Host"] = self._emulator.netloc.decode()
        return super().handle_request(request)


def connect() -> WhatsApp:
    session = httpx.Client(transport=EmulatorTransport(os.environ["EMULATOR_URL"]))
    return WhatsApp(
        phone_id=os.environ["PHONE_ID"],
        waba_id=os.environ["WABA_ID"],
        app_id=634974688087057,
        token="unknown-token",
        session=session,
    )
