"""Profile, phone numbers, QR codes, blocked users, the account and its flows."""

from client import FLOW, created, wa
from pywa import errors
from pywa import types as w
from pywa.types.flows import FlowCategory
from pywa.types.others import Industry
from steps import USER, WABA_ID, graph, inbound, state, step


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
