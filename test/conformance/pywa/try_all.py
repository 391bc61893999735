"""Runs the calls of a pywa user against the emulator."""

import pathlib
import tempfile
import urllib.request
import json
import os

from client import connect
from pywa import errors
from pywa.types import (
    Button,
    Contact,
    Section,
    SectionList,
    SectionRow,
    URLButton,
)
from pywa.types.others import Industry
from pywa.types import templates as t
from steps import run_all, step

USER = "16505551234"
PNG = bytes.fromhex("89504e470d0a1a0a") + bytes(40)

wa = connect()


def inbound(text: str) -> str:
    request = urllib.request.Request(
        f"{os.environ['EMULATOR_URL']}/_emulator/inbound",
        data=json.dumps({"from": USER, "text": text}).encode(),
        headers={"content-type": "application/json"},
        method="POST",
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["id"]


def receipt() -> t.Template:
    return t.Template(
        name="receipt_ready",
        category=t.TemplateCategory.UTILITY,
        language=t.TemplateLanguage.ENGLISH_US,
        parameter_format=t.ParamFormat.NAMED,
        components=[
            t.BodyText(text="Hello {{name}}, your receipt {{number}} is ready for you.", name="Ada", number="17"),
            t.FooterText(text="A small shop"),
            t.Buttons(buttons=[t.QuickReplyButton(text="Thank you")]),
        ],
    )


@step("sends text")
def _() -> None:
    sent = wa.send_message(to=USER, text="Good morning", preview_url=True)
    assert sent.id.startswith("wamid."), sent


@step("sends buttons")
def _() -> None:
    sent = wa.send_message(
        to=USER,
        header="A question",
        text="Which one?",
        footer="Take your time",
        buttons=[Button(title="This", callback_data="this"), Button(title="That", callback_data="that")],
    )
    assert sent.id.startswith("wamid."), sent


@step("sends a list")
def _() -> None:
    rows = [SectionRow(title=f"Tea {n}", callback_data=f"tea-{n}", description="Hot") for n in range(3)]
    wa.send_message(
        to=USER, text="Choose a tea", buttons=SectionList(button_title="Teas", sections=[Section(title="All", rows=rows)])
    )


@step("sends a call to action")
def _() -> None:
    wa.send_message(to=USER, text="See more", buttons=URLButton(title="Open", url="https://shop.example/tea"))


@step("gets an error for a title that is too long")
def _() -> None:
    try:
        wa.api.send_message(
            sender=wa.phone_id,
            to=USER,
            recipient=None,
            recipient_type="individual",
            typ="interactive",
            msg={
                "type": "button",
                "body": {"text": "Which one?"},
                "action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "t" * 21}}]},
            },
        )
    except errors.WhatsAppError as error:
        assert error.code == 131009, error
    else:
        raise AssertionError("the message was accepted")


@step("sends a location, a contact and requests")
def _() -> None:
    wa.send_location(to=USER, latitude=52.5, longitude=13.4, name="Shop", address="1 Garden Lane")
    wa.request_location(to=USER, text="Where are you?")
    wa.request_contact_info(to=USER, text="May we have your number?")
    contact = Contact(name=Contact.Name(formatted_name="Ada L.", first_name="Ada"), phones=[Contact.Phone(phone="+16505550000")])
    wa.send_contact(to=USER, contact=contact)


@step("answers a user: read, typing, reaction, reply")
def _() -> None:
    message = inbound("Hello?")
    assert wa.mark_message_as_read(message_id=message).success
    assert wa.indicate_typing(message_id=message).success
    wa.send_reaction(to=USER, emoji="👍", message_id=message)
    wa.remove_reaction(to=USER, message_id=message)
    wa.send_message(to=USER, text="Here we are", reply_to_message_id=message)


@step("uploads, reads, sends, downloads and deletes media")
def _() -> None:
    media = wa.upload_media(media=PNG, mime_type="image/png", filename="a.png")
    read = wa.get_media_url(media.id)
    assert read.mime_type == "image/png", read
    assert read.file_size == len(PNG), read
    assert wa.get_media_bytes(url=read.url) == PNG
    with tempfile.TemporaryDirectory() as folder:
        path = wa.download_media(url=read.url, path=pathlib.Path(folder), filename="b.png")
        assert path.read_bytes() == PNG
    wa.send_image(to=USER, image=media.id, caption="A picture")
    assert wa.delete_media(media.id).success
    try:
        wa.get_media_url(media.id)
    except errors.WhatsAppError as error:
        assert error.code == 100, error
    else:
        raise AssertionError("the media object still exists")


@step("uploads and sends a file in one call")
def _() -> None:
    wa.send_document(to=USER, document=b"%PDF-1.4\n", filename="a.pdf", mime_type="application/pdf", caption="A page")


@step("creates, lists, reads, sends, updates and deletes a template")
def _() -> None:
    created = wa.create_template(receipt())
    assert created.status == t.TemplateStatus.PENDING, created
    listed = [template for template in wa.get_templates() if template.name == "receipt_ready"]
    assert [template.id for template in listed] == [created.id], listed
    read = wa.get_template(created.id)
    assert read.status == t.TemplateStatus.APPROVED, read
    assert read.parameter_format == t.ParamFormat.NAMED, read
    body, buttons = t.BodyText, t.QuickReplyButton
    sent = wa.send_template(
        to=USER,
        name="receipt_ready",
        language=t.TemplateLanguage.ENGLISH_US,
        params=[body.params(name="Ada", number="18"), buttons.params(callback_data="thanks", index=0)],
    )
    assert sent.id.startswith("wamid."), sent
    assert wa.delete_template("receipt_ready", template_id=created.id).success
    assert "receipt_ready" not in [template.name for template in wa.get_templates()]


@step("gets an error for a template that does not exist")
def _() -> None:
    try:
        wa.send_template(to=USER, name="nowhere", language=t.TemplateLanguage.GERMAN, params=[])
    except errors.TemplateNotExists:
        return
    raise AssertionError("the message was accepted")


@step("creates a template with a picture")
def _() -> None:
    template = t.Template(
        name="picture_of_the_day",
        category=t.TemplateCategory.MARKETING,
        language=t.TemplateLanguage.ENGLISH_US,
        components=[t.HeaderImage(example=PNG), t.BodyText(text="Look at the picture of the day.")],
    )
    created = wa.create_template(template)
    assert wa.delete_template("picture_of_the_day", template_id=created.id).success


@step("reads and updates the business profile")
def _() -> None:
    done = wa.update_business_profile(
        about="Tea and more", email="shop@example.com", industry=Industry.RETAIL, websites=["https://shop.example/"]
    )
    assert done.success
    profile = wa.get_business_profile()
    assert profile.about == "Tea and more", profile
    assert profile.industry == Industry.RETAIL, profile
    assert list(profile.websites or []) == ["https://shop.example/"], profile


@step("reads the phone number and the account")
def _() -> None:
    assert wa.get_business_phone_number().id == str(wa.phone_id)
    assert [phone.id for phone in wa.get_business_phone_numbers()] == [str(wa.phone_id)]
    assert wa.get_business_account().id == str(wa.waba_id)


@step("changes settings, commerce and automation")
def _() -> None:
    assert wa.update_commerce_settings(is_catalog_visible=True, is_cart_enabled=False).success
    commerce = wa.get_commerce_settings()
    assert (commerce.is_catalog_visible, commerce.is_cart_enabled) == (True, False), commerce
    assert wa.update_conversational_automation(ice_breakers=["What do you sell?"]).success
    assert wa.get_business_phone_number().conversational_automation.ice_breakers == ("What do you sell?",)
    wa.get_business_phone_number_settings()
    assert wa.update_display_name("A bigger shop").success


@step("creates, reads, updates and deletes QR codes")
def _() -> None:
    qr = wa.create_qr_code(prefilled_message="Tell me about tea", image_type="PNG")
    assert qr.qr_image_url, qr
    assert wa.get_qr_code(qr.code).prefilled_message == "Tell me about tea"
    assert wa.update_qr_code(code=qr.code, prefilled_message="Tell me about cake").prefilled_message == "Tell me about cake"
    assert [code.code for code in wa.get_qr_codes()] == [qr.code]
    assert wa.delete_qr_code(qr.code).success
    assert wa.get_qr_code(qr.code) is None


@step("overrides callback URLs")
def _() -> None:
    url = "https://hooks.example/whatsapp"
    assert wa.override_phone_callback_url(callback_url=url, verify_token="secret").success
    assert wa.get_business_phone_number().webhook_configuration["phone_number"] == url
    assert wa.delete_phone_callback_url().success
    assert wa.override_waba_callback_url(callback_url=url, verify_token="secret").success
    assert wa.delete_waba_callback_url().success


@step("blocks and unblocks a user")
def _() -> None:
    inbound("Buy my tea!")
    blocked = wa.block_users([USER])
    assert len(blocked.added_users) == 1, blocked
    assert [user.wa_id for user in wa.get_blocked_users()] == [USER]
    wa.unblock_users([USER])
    assert list(wa.get_blocked_users()) == []


@step("deregisters and registers the phone number")
def _() -> None:
    assert wa.deregister_phone_number().success
    try:
        wa.send_message(to=USER, text="Is anyone there?")
    except errors.WhatsAppError as error:
        assert error.code == 133010, error
    else:
        raise AssertionError("the message was sent")
    assert wa.register_phone_number(pin="123456").success


run_all()
