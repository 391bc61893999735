"""Templates."""

import datetime

from client import created, is_accepted, wa
from pywa import errors
from pywa import types as w
from pywa.types import templates as t
from steps import PNG, USER, control, step


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
    control("review", {"id": template, "status": "PAUSED", "pause": "pacing"})
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
