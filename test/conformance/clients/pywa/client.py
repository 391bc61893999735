"""An unmodified pywa client. Its documented `session` redirects requests for WhatsApp's host to the emulator."""

import httpx
from pywa import WhatsApp
from steps import BASE_URL, PHONE_ID, WABA_ID

FLOW = {
    "version": "7.0",
    "screens": [
        {
            "id": "START",
            "title": "Start",
            "terminal": True,
            "layout": {
                "type": "SingleColumnLayout",
                "children": [
                    {"type": "TextBody", "text": "Hello"},
                    {"type": "Footer", "label": "Done", "on-click-action": {"name": "complete", "payload": {}}},
                ],
            },
        }
    ],
}


class EmulatorTransport(httpx.HTTPTransport):
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host in ("graph.facebook.com", "api.facebook.com"):
            url = httpx.URL(BASE_URL)
            request.url = request.url.copy_with(scheme=url.scheme, host=url.host, port=url.port)
            request.headers["Host"] = url.netloc.decode()
        return super().handle_request(request)


wa = WhatsApp(
    phone_id=PHONE_ID,
    waba_id=WABA_ID,
    app_id=634974688087057,
    token="unknown-token",
    session=httpx.Client(transport=EmulatorTransport()),
)
created: dict[str, str] = {}


def is_accepted(sent) -> None:
    assert sent.id.startswith("wamid."), sent
