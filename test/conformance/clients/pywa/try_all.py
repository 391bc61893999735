"""The calls of a pywa user. Its documented `session` redirects requests for WhatsApp's host to the emulator."""

import datetime
import pathlib
import tempfile

import httpx
from pywa import WhatsApp, errors
from pywa import types as w
from pywa.types import templates as t
from pywa.types.callback import CallPermissionRequestButton, FlowButton, ImageCarouselCard
from pywa.types.flows import FlowActionType, FlowCategory
from pywa.types.others import Industry, ProductsSection
from steps import BASE_URL, PHONE_ID, PNG, USER, WABA_ID, control, graph, inbound, run_all, state, step

LINK = "https://shop.example/tea"
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


def media_id(data: bytes, mime_type: str, filename: str) -> str:
    return wa.upload_media(media=data, mime_type=mime_type, filename=filename).id


def receipt(name: str = "receipt_ready", footer: str = "A small shop") -> t.Template:
    return t.Template(
        name=name,
        category=t.TemplateCategory.UTILITY,
        language=t.TemplateLanguage.ENGLISH_US,
        parameter_format=t.ParamFormat.NAMED,
        components=[
            t.BodyText(text="Hello {{name}}, your receipt {{number}} is ready for you.", name="Ada", number="17"),
            t.FooterText(text=footer),
            t.Buttons(buttons=[t.QuickReplyButton(text="Thank you")]),
        ],
    )


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


@step("Templates: create")
def _() -> None:
    template = wa.create_template(receipt())
    assert template.status == t.TemplateStatus.PENDING, template
    created["template"] = template.id


@step("Templates: create with a picture")
def _() -> None:
    template = t.Template(
        name="picture_of_the_day",
        category=t.TemplateCategory.MARKETING,
        language=t.TemplateLanguage.ENGLISH_US,
        components=[t.HeaderImage(example=PNG), t.BodyText(text="Look at the picture of the day.")],
    )
    created["picture"] = wa.create_template(template).id


@step("Templates: create from the library")
def _() -> None:
    template = t.LibraryTemplate(
        name="payment_received",
        library_template_name="payment_received_1",
        category=t.TemplateCategory.UTILITY,
        language=t.TemplateLanguage.SPANISH,
    )
    assert wa.create_template(template).id


@step("Templates: list")
def _() -> None:
    listed = [template for template in wa.get_templates() if template.name == "receipt_ready"]
    assert [template.id for template in listed] == [created["template"]], listed


@step("Templates: list by status")
def _() -> None:
    approved = [template.name for template in wa.get_templates(statuses=[t.TemplateStatus.APPROVED])]
    assert "receipt_ready" in approved, approved
    rejected = wa.get_templates(statuses=[t.TemplateStatus.REJECTED], categories=[t.TemplateCategory.UTILITY])
    assert list(rejected) == [], rejected


@step("Templates: list page by page")
def _() -> None:
    first = wa.get_templates(pagination=w.Pagination(limit=1))
    assert first.has_next, first
    names = [template.name for template in first.all()]
    assert sorted(names) == sorted(template.name for template in wa.get_templates()), names


@step("Templates: read")
def _() -> None:
    read = wa.get_template(created["template"])
    assert read.status == t.TemplateStatus.APPROVED, read
    assert read.parameter_format == t.ParamFormat.NAMED, read


@step("Messages: template with parameters")
def _() -> None:
    body, buttons = t.BodyText, t.QuickReplyButton
    sent = wa.send_template(
        to=USER,
        name="receipt_ready",
        language=t.TemplateLanguage.ENGLISH_US,
        params=[body.params(name="Ada", number="18"), buttons.params(callback_data="thanks", index=0)],
    )
    is_accepted(sent)


@step("Templates: edit")
def _() -> None:
    assert wa.update_template(created["template"], new_components=receipt(footer="A larger shop").components).success
    footers = [component.text for component in wa.get_template(created["template"]).components[1:2]]
    assert footers == ["A larger shop"], footers


@step("Templates: edit category")
def _() -> None:
    rejected = wa.create_template(receipt("rejected_receipt")).id
    control("review", {"id": rejected, "status": "REJECTED", "reason": "TAG_CONTENT_MISMATCH"})
    assert wa.update_template(rejected, new_category=t.TemplateCategory.MARKETING).success
    assert wa.get_template(rejected).category == t.TemplateCategory.MARKETING


@step("Templates: delete by id")
def _() -> None:
    assert wa.delete_template("receipt_ready", template_id=created["template"]).success
    assert "receipt_ready" not in [template.name for template in wa.get_templates()]


@step("Templates: delete by name")
def _() -> None:
    assert wa.delete_template("picture_of_the_day").success


@step("Templates: upsert authentication")
def _() -> None:
    languages = [t.TemplateLanguage.ENGLISH_US, t.TemplateLanguage.GERMAN]
    upserted = wa.upsert_authentication_template(
        name="login_code",
        languages=languages,
        otp_button=t.CopyCodeOTPButton(text="Copy"),
        code_expiration_minutes=5,
    )
    assert len(upserted.templates) == 2, upserted


@step("Templates: archive and unarchive")
def _() -> None:
    template = wa.create_template(receipt("archived_receipt")).id
    control("review", {"id": template, "status": "APPROVED"})
    archived = wa.archive_templates([template])
    assert template in archived.archived, archived
    unarchived = wa.unarchive_templates([template])
    assert template in unarchived.unarchived, unarchived


@step("Templates: unpause")
def _() -> None:
    template = wa.create_template(receipt("paused_receipt")).id
    control("review", {"id": template, "status": "PAUSED"})
    assert wa.unpause_template(template).success


@step("Templates: compare")
def _() -> None:
    first, second = (wa.create_template(receipt(name)).id for name in ("one_receipt", "another_receipt"))
    end = datetime.datetime.now(datetime.timezone.utc)
    try:
        wa.compare_templates(first, second, start=end - datetime.timedelta(days=7), end=end)
    except errors.WhatsAppError as error:
        assert "1000 times" in str(error), error
    else:
        raise AssertionError("templates that were not sent were compared")


@step("Templates: migrate")
def _() -> None:
    try:
        wa.migrate_templates(source_waba_id="1")
    except errors.WhatsAppError as error:
        assert error.code == 100, error
    else:
        raise AssertionError("an unknown account was accepted")


@step("Business profile: update")
def _() -> None:
    done = wa.update_business_profile(
        about="Tea and more", email="shop@example.com", industry=Industry.RETAIL, websites=["https://shop.example/"]
    )
    assert done.success


@step("Business profile: read")
def _() -> None:
    profile = wa.get_business_profile()
    assert profile.about == "Tea and more", profile
    assert profile.industry == Industry.RETAIL, profile
    assert list(profile.websites or []) == ["https://shop.example/"], profile


@step("Phone numbers: list")
def _() -> None:
    assert [phone.id for phone in wa.get_business_phone_numbers()] == [str(wa.phone_id)]


@step("Phone numbers: read")
def _() -> None:
    assert wa.get_business_phone_number().id == str(wa.phone_id)


@step("Phone numbers: read settings")
def _() -> None:
    assert wa.get_business_phone_number_settings() is not None


@step("Phone numbers: update settings")
def _() -> None:
    change = w.UserIdentityChangeSettings(enable_identity_key_check=True)
    assert wa.update_business_phone_number_settings(user_identity_change=change).success


@step("Phone numbers: update commerce settings")
def _() -> None:
    assert wa.update_commerce_settings(is_catalog_visible=True, is_cart_enabled=False).success


@step("Phone numbers: read commerce settings")
def _() -> None:
    commerce = wa.get_commerce_settings()
    assert (commerce.is_catalog_visible, commerce.is_cart_enabled) == (True, False), commerce


@step("Phone numbers: update conversational automation")
def _() -> None:
    assert wa.update_conversational_automation(ice_breakers=["What do you sell?"]).success
    assert wa.get_business_phone_number().conversational_automation.ice_breakers == ("What do you sell?",)


@step("Phone numbers: change display name")
def _() -> None:
    assert wa.update_display_name("A bigger shop").success


@step("Phone numbers: override callback URL")
def _() -> None:
    url = "https://hooks.example/whatsapp"
    assert wa.override_phone_callback_url(callback_url=url, verify_token="secret").success
    assert wa.get_business_phone_number().webhook_configuration["phone_number"] == url
    assert wa.delete_phone_callback_url().success


@step("QR codes: create")
def _() -> None:
    code = wa.create_qr_code(prefilled_message="Tell me about tea", image_type="PNG")
    assert code.qr_image_url, code
    created["code"] = code.code


@step("QR codes: read")
def _() -> None:
    assert wa.get_qr_code(created["code"]).prefilled_message == "Tell me about tea"


@step("QR codes: list")
def _() -> None:
    assert [code.code for code in wa.get_qr_codes()] == [created["code"]]


@step("QR codes: update")
def _() -> None:
    updated = wa.update_qr_code(code=created["code"], prefilled_message="Tell me about cake")
    assert updated.prefilled_message == "Tell me about cake", updated


@step("QR codes: delete")
def _() -> None:
    assert wa.delete_qr_code(created["code"]).success
    assert wa.get_qr_code(created["code"]) is None


@step("Blocked users: block")
def _() -> None:
    inbound("Buy my tea!")
    blocked = wa.block_users([USER])
    assert len(blocked.added_users) == 1, blocked


@step("Blocked users: list")
def _() -> None:
    assert [user.wa_id for user in wa.get_blocked_users()] == [USER]


@step("Blocked users: unblock")
def _() -> None:
    wa.unblock_users([USER])
    assert list(wa.get_blocked_users()) == []


@step("Accounts: read")
def _() -> None:
    assert wa.get_business_account().id == str(wa.waba_id)


@step("Accounts: update settings")
def _() -> None:
    wa.update_business_account_settings(disable_marketing_messages_on_cloud_api=True)


@step("Accounts: override callback URL")
def _() -> None:
    url = "https://hooks.example/whatsapp"
    assert wa.override_waba_callback_url(callback_url=url, verify_token="secret").success
    assert wa.delete_waba_callback_url().success


@step("Flows: create")
def _() -> None:
    created["flow"] = wa.create_flow(name="booking", categories=[FlowCategory.APPOINTMENT_BOOKING]).id


@step("Flows: list")
def _() -> None:
    assert created["flow"] in [flow.id for flow in wa.get_flows()]


@step("Flows: read")
def _() -> None:
    flow = wa.get_flow(created["flow"])
    assert (flow.name, str(flow.status)) == ("booking", "DRAFT"), flow


@step("Flows: upload JSON")
def _() -> None:
    assert wa.update_flow_json(created["flow"], FLOW).success


@step("Flows: list assets")
def _() -> None:
    assert [asset.name for asset in wa.get_flow_assets(created["flow"])] == ["flow.json"]


@step("Flows: publish")
def _() -> None:
    assert wa.publish_flow(created["flow"]).success


@step("Flows: deprecate")
def _() -> None:
    assert wa.deprecate_flow(created["flow"]).success


@step("Flows: delete")
def _() -> None:
    assert wa.delete_flow(wa.create_flow(name="unused", categories=[FlowCategory.OTHER]).id).success


@step("Phone numbers: deregister")
def _() -> None:
    assert wa.deregister_phone_number().success
    try:
        wa.send_message(to=USER, text="Is anyone there?")
    except errors.WhatsAppError as error:
        assert error.code == 133010, error
    else:
        raise AssertionError("the message was sent")


@step("Phone numbers: register")
def _() -> None:
    assert wa.register_phone_number(pin="123456").success


@step("Phone numbers: add")
def _() -> None:
    assert wa.create_phone_number(country_calling_code="1", phone_number="6505550123", verified_name="A small shop").id


@step("Phone numbers: request code")
def _() -> None:
    number = {"cc": "1", "phone_number": "6505550124", "verified_name": "A small shop"}
    created["phone"] = graph(f"{WABA_ID}/phone_numbers", number)["id"]
    asked = wa.request_verification_code(code_method="SMS", language_code="en_US", phone_id=created["phone"])
    assert asked.success


@step("Phone numbers: verify code")
def _() -> None:
    code = next(phone["verificationCode"] for phone in state()["phones"] if phone["id"] == created["phone"])
    assert wa.verify_phone_number(code=code, phone_id=created["phone"]).success


run_all()
