"""Messages and media."""

import pathlib
import tempfile

from client import FLOW, created, is_accepted, wa
from pywa import errors
from pywa import types as w
from pywa.types import templates as t
from pywa.types.callback import CallPermissionRequestButton, FlowButton, ImageCarouselCard
from pywa.types.flows import FlowActionType, FlowCategory
from pywa.types.others import ProductsSection
from steps import PNG, USER, inbound, step

LINK = "https://shop.example/tea"


def media_id(data: bytes, mime_type: str, filename: str) -> str:
    return wa.upload_media(media=data, mime_type=mime_type, filename=filename).id


@step("Messages: text")
def _() -> None:
    is_accepted(wa.send_message(to=USER, text="Good morning", preview_url=True))


@step("Messages: reply")
def _() -> None:
    is_accepted(wa.send_message(to=USER, text="Here we are", reply_to_message_id=inbound("Hello?")))


@step("Messages: reaction")
def _() -> None:
    message = inbound("Hello?")
    is_accepted(wa.send_reaction(to=USER, emoji="👍", message_id=message))
    is_accepted(wa.remove_reaction(to=USER, message_id=message))


@step("Messages: image by id")
def _() -> None:
    is_accepted(wa.send_image(to=USER, image=media_id(PNG, "image/png", "a.png"), caption="A picture"))


@step("Messages: image by link")
def _() -> None:
    is_accepted(wa.send_image(to=USER, image=f"{LINK}.png"))


@step("Messages: document")
def _() -> None:
    is_accepted(wa.send_document(to=USER, document=f"{LINK}.pdf", filename="tea.pdf", caption="A page"))


@step("Messages: audio")
def _() -> None:
    is_accepted(wa.send_audio(to=USER, audio=f"{LINK}.mp3"))


@step("Messages: video")
def _() -> None:
    is_accepted(wa.send_video(to=USER, video=f"{LINK}.mp4", caption="A film"))


@step("Messages: sticker")
def _() -> None:
    is_accepted(wa.send_sticker(to=USER, sticker=f"{LINK}.webp"))


@step("Messages: location")
def _() -> None:
    is_accepted(wa.send_location(to=USER, latitude=52.5, longitude=13.4, name="Shop", address="1 Garden Lane"))


@step("Messages: contacts")
def _() -> None:
    name = w.Contact.Name(formatted_name="Ada L.", first_name="Ada")
    is_accepted(wa.send_contact(to=USER, contact=w.Contact(name=name, phones=[w.Contact.Phone(phone="+16505550000")])))


@step("Messages: reply buttons")
def _() -> None:
    buttons = [w.Button(title="This", callback_data="this"), w.Button(title="That", callback_data="that")]
    is_accepted(
        wa.send_message(to=USER, header="A question", text="Which one?", footer="Take your time", buttons=buttons)
    )


@step("Messages: list")
def _() -> None:
    rows = [w.SectionRow(title=f"Tea {n}", callback_data=f"tea-{n}", description="Hot") for n in range(3)]
    teas = w.SectionList(button_title="Teas", sections=[w.Section(title="All", rows=rows)])
    is_accepted(wa.send_message(to=USER, text="Choose a tea", buttons=teas))


@step("Messages: link button")
def _() -> None:
    is_accepted(wa.send_message(to=USER, text="See more", buttons=w.URLButton(title="Open", url=LINK)))


@step("Messages: location request")
def _() -> None:
    is_accepted(wa.request_location(to=USER, text="Where are you?"))


@step("Messages: contact request")
def _() -> None:
    is_accepted(wa.request_contact_info(to=USER, text="May we have your number?"))


@step("Messages: call permission request")
def _() -> None:
    is_accepted(wa.send_message(to=USER, text="May we call you?", buttons=CallPermissionRequestButton()))


@step("Messages: catalog")
def _() -> None:
    is_accepted(wa.send_catalog(to=USER, body="All our teas", footer="Fresh", thumbnail_product_sku="green"))


@step("Messages: product")
def _() -> None:
    is_accepted(wa.send_product(to=USER, catalog_id="194836987003835", sku="green", body="Our best tea"))


@step("Messages: product list")
def _() -> None:
    is_accepted(
        wa.send_products(
            to=USER,
            catalog_id="194836987003835",
            product_sections=[ProductsSection(title="Teas", skus=["green", "black"])],
            title="Our teas",
            body="Choose one",
        )
    )


@step("Messages: flow")
def _() -> None:
    button = FlowButton(
        title="Book",
        flow_id=wa.create_flow(name="for_a_message", categories=[FlowCategory.OTHER], flow_json=FLOW, publish=True).id,
        flow_token="token",
        flow_action_type=FlowActionType.NAVIGATE,
        flow_action_screen="START",
    )
    is_accepted(wa.send_message(to=USER, text="Book a table", buttons=button))


@step("Messages: media carousel")
def _() -> None:
    cards = [
        ImageCarouselCard(image=f"{LINK}-{n}.png", body=f"Tea {n}", buttons=w.URLButton(title="Open", url=LINK))
        for n in range(2)
    ]
    is_accepted(wa.send_carousel(to=USER, body="Two teas", cards=cards))


@step("Messages: template")
def _() -> None:
    english = t.TemplateLanguage.ENGLISH_US
    is_accepted(wa.send_template(to=USER, name="hello_world", language=english, params=[]))


@step("Messages: mark as read")
def _() -> None:
    assert wa.mark_message_as_read(message_id=inbound("Hello?")).success


@step("Messages: typing indicator")
def _() -> None:
    assert wa.indicate_typing(message_id=inbound("Hello?")).success


@step("Messages: error: unknown template")
def _() -> None:
    try:
        wa.send_template(to=USER, name="nowhere", language=t.TemplateLanguage.GERMAN, params=[])
    except errors.TemplateNotExists:
        return
    raise AssertionError("the message was accepted")


@step("Messages: error: title too long")
def _() -> None:
    button = {"type": "reply", "reply": {"id": "a", "title": "t" * 21}}
    try:
        wa.api.send_message(
            sender=wa.phone_id,
            to=USER,
            recipient=None,
            recipient_type="individual",
            typ="interactive",
            msg={"type": "button", "body": {"text": "Which one?"}, "action": {"buttons": [button]}},
        )
    except errors.WhatsAppError as error:
        assert error.code == 131009, error
    else:
        raise AssertionError("the message was accepted")


@step("Media: upload")
def _() -> None:
    created["media"] = media_id(PNG, "image/png", "a.png")


@step("Media: upload and send")
def _() -> None:
    sent = wa.send_document(to=USER, document=b"%PDF-1.4\n", filename="a.pdf", mime_type="application/pdf")
    is_accepted(sent)


@step("Media: read")
def _() -> None:
    read = wa.get_media_url(created["media"])
    assert read.mime_type == "image/png", read
    assert read.file_size == len(PNG), read


@step("Media: download")
def _() -> None:
    url = wa.get_media_url(created["media"]).url
    assert wa.get_media_bytes(url=url) == PNG
    with tempfile.TemporaryDirectory() as folder:
        path = wa.download_media(url=url, path=pathlib.Path(folder), filename="b.png")
        assert path.read_bytes() == PNG


@step("Media: delete")
def _() -> None:
    assert wa.delete_media(created["media"]).success
    try:
        wa.get_media_url(created["media"])
    except errors.WhatsAppError as error:
        assert error.code == 100, error
    else:
        raise AssertionError("the media object still exists")
