"""The calls of a heyoo user. Its attributes `base_url`, `v15_base_url` and `url` are set to the emulator's address."""

import os
import tempfile

from heyoo import WhatsApp
from steps import BASE_URL, PHONE_ID, PNG, USER, control, graph, inbound, run_all, state, step, WABA_ID

LINK = "https://shop.example/tea"

wa = WhatsApp("unknown-token", phone_number_id=PHONE_ID)
wa.base_url = f"{BASE_URL}/v14.0"
wa.v15_base_url = f"{BASE_URL}/v15.0"
wa.url = f"{wa.base_url}/{PHONE_ID}/messages"
created: dict[str, str] = {}


def is_accepted(sent: dict) -> None:
    assert "messages" in sent, sent
    assert sent["messages"][0]["id"].startswith("wamid."), sent


@step("Messages: text")
def _() -> None:
    is_accepted(wa.send_message("Good morning", USER))


@step("Messages: reply")
def _() -> None:
    is_accepted(wa.reply_to_message(inbound("Hello?"), USER, "Here we are"))


@step("Messages: reaction")
def _() -> None:
    is_accepted(wa.send_reaction("👍", inbound("Hello?"), USER))


@step("Media: upload")
def _() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.png")
        with open(path, "wb") as file:
            file.write(PNG)
        created["media"] = wa.upload_media(path)["id"]


@step("Messages: image by id")
def _() -> None:
    is_accepted(wa.send_image(created["media"], USER, caption="A picture", link=False))


@step("Messages: image by link")
def _() -> None:
    is_accepted(wa.send_image(f"{LINK}.png", USER))


@step("Messages: document")
def _() -> None:
    is_accepted(wa.send_document(f"{LINK}.pdf", USER, caption="A page", filename="tea.pdf"))


@step("Messages: audio")
def _() -> None:
    is_accepted(wa.send_audio(f"{LINK}.mp3", USER))


@step("Messages: video")
def _() -> None:
    is_accepted(wa.send_video(f"{LINK}.mp4", USER, caption="A film"))


@step("Messages: sticker")
def _() -> None:
    is_accepted(wa.send_sticker(f"{LINK}.webp", USER))


@step("Messages: location")
def _() -> None:
    is_accepted(wa.send_location("52.5", "13.4", "Shop", "1 Garden Lane", USER))


@step("Messages: contacts")
def _() -> None:
    name = {"formatted_name": "Ada L.", "first_name": "Ada"}
    is_accepted(wa.send_contacts([{"name": name, "phones": [{"phone": "+16505550000"}]}], USER))


@step("Messages: reply buttons")
def _() -> None:
    buttons = [{"type": "reply", "reply": {"id": name, "title": name.title()}} for name in ("this", "that")]
    is_accepted(
        wa.send_reply_button(
            {"type": "button", "body": {"text": "Which one?"}, "action": {"buttons": buttons}}, USER
        )
    )


@step("Messages: list")
def _() -> None:
    rows = [{"id": "green", "title": "Green", "description": "Hot"}]
    teas = {
        "header": "Our teas",
        "body": "Choose a tea",
        "footer": "Fresh",
        "action": {"button": "Teas", "sections": [{"title": "All", "rows": rows}]},
    }
    is_accepted(wa.send_button(teas, USER))


@step("Messages: template")
def _() -> None:
    is_accepted(wa.send_template("hello_world", USER, components=[], lang="en_US"))


@step("Messages: template with parameters")
def _() -> None:
    body = {"type": "BODY", "text": "Hello {{1}}, your receipt is ready for you.", "example": {"body_text": [["Ada"]]}}
    template = {"name": "receipt_ready", "language": "en_US", "category": "UTILITY", "components": [body]}
    created_id = graph(f"{WABA_ID}/message_templates", template)["id"]
    control("review", {"id": created_id, "status": "APPROVED"})
    parameters = [{"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}]
    is_accepted(wa.send_template("receipt_ready", USER, components=parameters))


@step("Messages: mark as read")
def _() -> None:
    assert wa.mark_as_read(inbound("Hello?")) == {"success": True}


@step("Messages: error: unknown template")
def _() -> None:
    answer = wa.send_template("nowhere", USER, components=[], lang="de")
    assert answer["error"]["code"] == 132001, answer


@step("Media: read")
def _() -> None:
    assert wa.query_media_url(created["media"]).startswith("http")


@step("Media: download")
def _() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = wa.query_media_url(created["media"])
        path = wa.download_media(url, "image/png", os.path.join(folder, "b"))
        with open(path, "rb") as file:
            assert file.read() == PNG


@step("Media: delete")
def _() -> None:
    assert wa.delete_media(created["media"]) == {"success": True}
    assert wa.query_media_url(created["media"]) is None
    assert state()["media"] == []


run_all()
