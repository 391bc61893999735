"""The calls of a facebook-business user: its objects where it has them, its general call where it has none."""

import time

from client import account, api, call, created, send
from facebook_business.adobjects.whatsappbusinessprofile import WhatsAppBusinessProfile
from facebook_business.exceptions import FacebookRequestError
from steps import PHONE_ID, PNG, WABA_ID, control, inbound, run_all, state, step

def receipt(name: str, footer: str = "A small shop") -> dict:
    body = {"type": "BODY", "text": "Hello {{1}}, your receipt is ready for you.", "example": {"body_text": [["Ada"]]}}
    components = [body, {"type": "FOOTER", "text": footer}]
    return {"name": name, "language": "en_US", "category": "UTILITY", "components": components}


def names(**params) -> list[str]:
    templates = account.get_message_templates(fields=["name", "status"], params=params)
    return sorted(template["name"] for template in templates)


@step("Messages: text")
def _() -> None:
    send(type="text", text={"body": "Good morning"})


@step("Messages: reply")
def _() -> None:
    send(type="text", text={"body": "Here we are"}, context={"message_id": inbound("Hello?")})


@step("Messages: template")
def _() -> None:
    send(type="template", template={"name": "hello_world", "language": {"code": "en_US"}})


@step("Messages: reply buttons")
def _() -> None:
    buttons = [{"type": "reply", "reply": {"id": "this", "title": "This"}}]
    send(
        type="interactive",
        interactive={"type": "button", "body": {"text": "Which one?"}, "action": {"buttons": buttons}},
    )


@step("Messages: contacts")
def _() -> None:
    name = {"formatted_name": "Ada L.", "first_name": "Ada"}
    send(type="contacts", contacts=[{"name": name, "phones": [{"phone": "+16505550000"}]}])


@step("Messages: mark as read")
def _() -> None:
    read = call("POST", PHONE_ID, "messages", messaging_product="whatsapp", status="read", message_id=inbound("Hello?"))
    assert read["success"], read


@step("Messages: message category")
def _() -> None:
    message = {"type": "text", "text": {"body": "Your verification code is 123456."}}
    sample = account.create_message_sample(params=message)
    assert sample["category"] == "AUTHENTICATION", sample


@step("Messages: error: unknown template")
def _() -> None:
    try:
        send(type="template", template={"name": "nowhere", "language": {"code": "de"}})
    except FacebookRequestError as error:
        assert error.api_error_code() == 132001, error
    else:
        raise AssertionError("the message was accepted")


@step("Media: upload")
def _() -> None:
    params = {"messaging_product": "whatsapp", "type": "image/png"}
    files = {"file": ("a.png", PNG, "image/png")}
    created["media"] = api.call("POST", (PHONE_ID, "media"), params=params, files=files).json()["id"]


@step("Messages: image by id")
def _() -> None:
    send(type="image", image={"id": created["media"], "caption": "A picture"})


@step("Media: read")
def _() -> None:
    assert call("GET", created["media"])["mime_type"] == "image/png"


@step("Media: delete")
def _() -> None:
    assert call("DELETE", created["media"])["success"]


@step("Templates: create")
def _() -> None:
    template = account.create_message_template(params=receipt("receipt_ready"))
    assert template["status"] == "PENDING", template
    created["template"] = template["id"]


@step("Templates: create from the library")
def _() -> None:
    template = account.create_message_template(
        params={
            "name": "payment_received",
            "language": "es",
            "category": "UTILITY",
            "library_template_name": "payment_received_1",
        }
    )
    assert template["id"], template


@step("Templates: list")
def _() -> None:
    assert names() == ["hello_world", "payment_received", "receipt_ready"], names()


@step("Templates: list by status")
def _() -> None:
    assert "receipt_ready" in names(status=["APPROVED"]), names(status=["APPROVED"])
    assert names(status=["REJECTED", "PAUSED"]) == []


@step("Templates: list page by page")
def _() -> None:
    assert names(limit=1) == names(), names(limit=1)


@step("Templates: read")
def _() -> None:
    read = call("GET", created["template"], fields="name,status,quality_score")
    assert (read["name"], read["status"]) == ("receipt_ready", "APPROVED"), read


@step("Messages: template with parameters")
def _() -> None:
    parameters = [{"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}]
    template = {"name": "receipt_ready", "language": {"code": "en_US"}, "components": parameters}
    send(type="template", template=template)


@step("Templates: edit")
def _() -> None:
    components = receipt("receipt_ready", "A larger shop")["components"]
    assert call("POST", created["template"], components=components)["success"]
    read = call("GET", created["template"], fields="components")
    assert read["components"][1]["text"] == "A larger shop", read


@step("Templates: upsert authentication")
def _() -> None:
    upserted = account.create_upsert_message_template(
        params={
            "name": "login_code",
            "languages": ["en_US", "de"],
            "category": "AUTHENTICATION",
            "components": [
                {"type": "BODY", "add_security_recommendation": True},
                {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]},
            ],
        }
    )
    assert upserted, upserted
    assert names(name="login_code") == ["login_code", "login_code"]


@step("Templates: preview authentication")
def _() -> None:
    previews = account.get_message_template_previews(
        params={"category": "AUTHENTICATION", "languages": ["en_US", "es"], "button_types": ["OTP"]}
    )
    assert len(previews) == 2, previews


@step("Templates: list of the library")
def _() -> None:
    assert call("GET", "message_template_library", search="order")["data"]


@step("Templates: migrate")
def _() -> None:
    try:
        account.create_migrate_message_template(params={"source_waba_id": "1", "page_number": 0})
    except FacebookRequestError as error:
        assert error.api_error_code() == 100, error
    else:
        raise AssertionError("an unknown account was accepted")


@step("Templates: delete by id")
def _() -> None:
    account.delete_message_templates(params={"name": "receipt_ready", "hsm_id": created["template"]})
    assert "receipt_ready" not in names()


@step("Templates: delete by name")
def _() -> None:
    account.delete_message_templates(params={"name": "login_code"})
    assert "login_code" not in names()


@step("Business profile: update")
def _() -> None:
    done = call(
        "POST",
        PHONE_ID,
        "whatsapp_business_profile",
        messaging_product="whatsapp",
        about="Tea and more",
        vertical="RETAIL",
        websites=["https://shop.example/"],
    )
    assert done["success"], done


@step("Business profile: read")
def _() -> None:
    [profile] = call("GET", PHONE_ID, "whatsapp_business_profile", fields="about,vertical,websites")["data"]
    assert (profile["about"], profile["vertical"]) == ("Tea and more", "RETAIL"), profile


@step("Business profile: read by profile id")
def _() -> None:
    [shown] = call("GET", PHONE_ID, "whatsapp_business_profile", fields="id")["data"]
    profile = WhatsAppBusinessProfile(shown["id"]).api_get()
    assert profile["id"] == shown["id"], profile


@step("Phone numbers: list")
def _() -> None:
    phones = account.get_phone_numbers()
    assert [phone["id"] for phone in phones] == [PHONE_ID], phones


@step("Phone numbers: read")
def _() -> None:
    assert call("GET", PHONE_ID, fields="id,verified_name,quality_rating")["id"] == PHONE_ID


@step("Phone numbers: add")
def _() -> None:
    number = {"cc": "1", "phone_number": "6505550123", "verified_name": "A small shop"}
    created["phone"] = account.create_phone_number(params=number)["id"]


@step("Phone numbers: request code")
def _() -> None:
    assert call("POST", created["phone"], "request_code", code_method="SMS", language="en_US")["success"]


@step("Phone numbers: verify code")
def _() -> None:
    code = next(phone["verificationCode"] for phone in state()["phones"] if phone["id"] == created["phone"])
    assert call("POST", created["phone"], "verify_code", code=code)["success"]


@step("Phone numbers: register")
def _() -> None:
    assert call("POST", created["phone"], "register", messaging_product="whatsapp", pin="123456")["success"]


@step("Phone numbers: deregister")
def _() -> None:
    assert call("POST", created["phone"], "deregister")["success"]


@step("QR codes: create")
def _() -> None:
    code = call(
        "POST", PHONE_ID, "message_qrdls", prefilled_message="Tell me about tea", generate_qr_image="SVG"
    )
    assert code["qr_image_url"], code
    created["code"] = code["code"]


@step("QR codes: list")
def _() -> None:
    codes = call("GET", PHONE_ID, "message_qrdls")["data"]
    assert [code["code"] for code in codes] == [created["code"]], codes


@step("QR codes: update")
def _() -> None:
    updated = call("POST", PHONE_ID, "message_qrdls", code=created["code"], prefilled_message="Tell me about cake")
    assert updated["prefilled_message"] == "Tell me about cake", updated


@step("QR codes: delete")
def _() -> None:
    assert call("DELETE", PHONE_ID, "message_qrdls", created["code"])["success"]


@step("Accounts: read")
def _() -> None:
    read = account.api_get(fields=["id", "name", "currency", "message_template_namespace"])
    assert read["id"] == WABA_ID, read


@step("Accounts: update settings")
def _() -> None:
    account.api_update(params={"is_enabled_for_insights": True})
    assert account.api_get(fields=["is_enabled_for_insights"])["is_enabled_for_insights"] is True


@step("Accounts: subscribe an app")
def _() -> None:
    account.create_subscribed_app()


@step("Accounts: list subscribed apps")
def _() -> None:
    assert len(account.get_subscribed_apps()) == 1


@step("Accounts: unsubscribe an app")
def _() -> None:
    account.delete_subscribed_apps()
    assert len(account.get_subscribed_apps()) == 0


@step("Accounts: list assigned users")
def _() -> None:
    users = account.get_assigned_users(params={"business": "506914307656634"})
    assert all(user["id"] for user in users), users


@step("Accounts: template analytics")
def _() -> None:
    end = int(time.time())
    template = account.create_message_template(params=receipt("counted_receipt"))["id"]
    account.get_template_analytics(
        params={
            "start": end - 604_800,
            "end": end,
            "granularity": "DAILY",
            "metric_types": ["SENT", "DELIVERED"],
            "template_ids": [template],
        }
    )


@step("Accounts: conversation analytics")
def _() -> None:
    end = int(time.time())
    account.get_conversation_analytics(params={"start": end - 604_800, "end": end, "granularity": "DAILY"})


@step("Flows: create")
def _() -> None:
    flow = account.create_flow(params={"name": "booking", "categories": ["OTHER"]})
    created["flow"] = flow["id"]


@step("Flows: list")
def _() -> None:
    assert created["flow"] in [flow["id"] for flow in account.get_flows()]


@step("Requests: several ids")
def _() -> None:
    several = call("GET", "", ids=f"{WABA_ID},{PHONE_ID}")
    assert sorted(several) == sorted([WABA_ID, PHONE_ID]), several


@step("Requests: nested fields")
def _() -> None:
    read = account.api_get(fields=["name", "phone_numbers{id,verified_name}", "message_templates.limit(1){name}"])
    assert read["phone_numbers"]["data"][0]["id"] == PHONE_ID, read
    assert list(read["message_templates"]["data"][0]) == ["name", "id"], read


@step("Requests: batch")
def _() -> None:
    results: list[dict] = []
    failures: list[int] = []
    batch = api.new_batch()
    for path in ([WABA_ID], [PHONE_ID], ["1"]):
        batch.add(
            "GET",
            path,
            success=lambda answer: results.append(answer.json()),
            failure=lambda answer: failures.append(answer.status()),
        )
    batch.execute()
    assert [result["id"] for result in results] == [WABA_ID, PHONE_ID], results
    assert failures == [400], failures


run_all()
