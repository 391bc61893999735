import type { Issue } from "../../../issue.ts";
import { count, field, pointer, quote } from "../../../text/index.ts";
import { ANSWERS, BUTTON_KINDS, TEMPLATE_LIMITS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";
import { buttonsOf, component, has, type Part, type TemplateView, textOf } from "../template-view.ts";

function* countIssues(buttons: Part[], path: string): Iterable<Issue> {
  if (buttons.length > TEMPLATE_LIMITS.buttons)
    yield error(
      "buttons-too-many",
      path,
      `the template has ${buttons.length} buttons, WhatsApp allows ${TEMPLATE_LIMITS.buttons}`,
      "Take some out.",
      ANSWERS.invalidParameter,
    );
  for (const [type, { max }] of Object.entries(BUTTON_KINDS)) {
    const same = buttons.filter((button) => button.type === type);
    const surplus = same[max];
    if (surplus !== undefined)
      yield error(
        "buttons-of-type",
        surplus.path,
        `there are ${same.length} ${type} buttons, WhatsApp allows ${max}`,
        `Keep ${count(max, "button")} of this type.`,
        ANSWERS.invalidParameter,
      );
  }
}

function* orderIssues(buttons: Part[]): Iterable<Issue> {
  const quick = buttons.map(({ type }) => type === "QUICK_REPLY");
  const groups = quick.filter((is, index) => index === 0 || quick[index - 1] !== is).length;
  const stray = buttons.find((_, index) => index > 0 && quick[index] !== quick[index - 1]);
  if (groups > 2 && stray !== undefined)
    yield error(
      "quick-replies-scattered",
      stray.path,
      "quick replies and other buttons take turns; WhatsApp calls this an invalid combination",
      "Put all quick replies next to each other, before or after the others.",
      ANSWERS.invalidParameter,
    );
}

function* desktopIssues(buttons: Part[], path: string): Iterable<Issue> {
  const types = new Set(buttons.map(({ type }) => type));
  const why =
    buttons.length > TEMPLATE_LIMITS.buttonsOnDesktop
      ? `with ${buttons.length} buttons`
      : types.has("QUICK_REPLY") && types.size > 1
        ? "with quick replies beside other buttons"
        : undefined;
  if (why !== undefined)
    yield warning(
      "buttons-on-desktop",
      path,
      `a message ${why} does not show on WhatsApp for desktop`,
      `Keep up to ${TEMPLATE_LIMITS.buttonsOnDesktop} buttons, either quick replies or others, if that matters.`,
    );
}

function* twinIssues(buttons: Part[]): Iterable<Issue> {
  const seen = new Set<string>();
  for (const button of buttons) {
    const label = textOf(button, "text");
    if (label === undefined || label === "") continue;
    if (seen.has(label))
      yield warning(
        "button-label-twice",
        pointer(button.path, "text"),
        `two buttons have the label ${quote(label)}`,
        "Give each button its own label.",
      );
    seen.add(label);
  }
}

function* otpCategoryIssues(view: TemplateView, buttons: Part[]): Iterable<Issue> {
  const otp = buttons.find(({ type }) => type === "OTP");
  if (otp !== undefined && view.category !== "AUTHENTICATION" && view.category !== "")
    yield error(
      "otp-category",
      otp.path,
      `an OTP button is for AUTHENTICATION templates, this one is ${view.category}`,
      "Write the category AUTHENTICATION, or use another button.",
      ANSWERS.invalidParameter,
    );
}

/** How many buttons, in which order, and with which others. */
export function* arrangementIssues(view: TemplateView): Iterable<Issue> {
  const parts = component(view, "BUTTONS");
  if (parts === undefined) return;
  const buttons = buttonsOf(view);
  const list = field(parts.value, "buttons");
  if (!has(parts, "buttons") || (Array.isArray(list) && list.length === 0))
    yield error(
      "buttons-empty",
      parts.path,
      `BUTTONS${view.where} has no buttons`,
      "Add a button, or leave BUTTONS out.",
      ANSWERS.missingField,
    );
  yield* countIssues(buttons, parts.path);
  yield* orderIssues(buttons);
  if (view.where === "") yield* desktopIssues(buttons, parts.path);
  yield* twinIssues(buttons);
  yield* otpCategoryIssues(view, buttons);
}
