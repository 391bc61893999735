import { error, type Issue, missing, warning } from "../../issue.ts";
import { count, field, pointer, quote } from "../../text/index.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import { TEMPLATE_BUTTONS } from "../buttons/index.ts";
import { TEMPLATE_LIMITS } from "../limits.ts";
import { buttonsOf, component, has, type Part, type TemplateView, textOf } from "../view.ts";

/** How many buttons, in which order, with which others, and in which category. */
export function* arrangementIssues(view: TemplateView): Iterable<Issue> {
  const parts = component(view, "BUTTONS");
  if (parts === undefined) return;
  const buttons = buttonsOf(view);
  const list = field(parts.value, "buttons");
  if (!has(parts, "buttons") || (Array.isArray(list) && list.length === 0))
    yield missing({
      code: "buttons-empty",
      path: parts.path,
      subject: `BUTTONS${view.where}`,
      what: "buttons",
      hint: "Add a button, or remove BUTTONS.",
      whatsapp: TEMPLATE_ANSWERS.missingField,
    });
  yield* countIssues(buttons, parts.path);
  yield* orderIssues(buttons);
  if (view.card === undefined) yield* desktopIssues(buttons, parts.path);
  yield* twinIssues(buttons);
  yield* categoryIssues(view, buttons);
}

function* countIssues(buttons: Part[], path: string): Iterable<Issue> {
  if (buttons.length > TEMPLATE_LIMITS.buttons)
    yield error({
      code: "buttons-too-many",
      path,
      message: `the template has ${buttons.length} buttons; WhatsApp allows ${TEMPLATE_LIMITS.buttons}`,
      hint: `Remove ${buttons.length - TEMPLATE_LIMITS.buttons}.`,
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
  for (const { type, max } of TEMPLATE_BUTTONS) {
    const same = buttons.filter((button) => button.type === type);
    const surplus = same[max];
    if (surplus !== undefined)
      yield error({
        code: "buttons-of-type",
        path: surplus.path,
        message: `there are ${same.length} ${type} buttons; WhatsApp allows ${max}`,
        hint: `Keep ${count(max, "button")} of this type.`,
        whatsapp: TEMPLATE_ANSWERS.invalidParameter,
      });
  }
}

function* orderIssues(buttons: Part[]): Iterable<Issue> {
  const quick = buttons.map(({ type }) => type === "QUICK_REPLY");
  const groups = quick.filter((is, index) => index === 0 || quick[index - 1] !== is).length;
  const stray = buttons.find((_, index) => index > 0 && quick[index] !== quick[index - 1]);
  if (groups > 2 && stray !== undefined)
    yield error({
      code: "quick-replies-scattered",
      path: stray.path,
      message: "quick replies and other buttons alternate; WhatsApp calls this an invalid combination",
      hint: "Group all quick replies, before or after the other buttons.",
      whatsapp: TEMPLATE_ANSWERS.invalidParameter,
    });
}

function* desktopIssues(buttons: Part[], path: string): Iterable<Issue> {
  const types = new Set(buttons.map(({ type }) => type));
  const why =
    buttons.length > TEMPLATE_LIMITS.buttonsOnDesktop
      ? `with ${buttons.length} buttons`
      : types.has("QUICK_REPLY") && types.size > 1
        ? "with quick replies and other buttons"
        : undefined;
  if (why !== undefined)
    yield warning({
      code: "buttons-on-desktop",
      path,
      message: `WhatsApp for desktop does not show a message ${why}`,
      hint: `If that matters, keep up to ${TEMPLATE_LIMITS.buttonsOnDesktop} buttons, either only quick replies or none.`,
    });
}

function* twinIssues(buttons: Part[]): Iterable<Issue> {
  const known = new Set<string>();
  for (const button of buttons) {
    const label = textOf(button, "text");
    if (label === undefined || label === "") continue;
    if (known.has(label))
      yield warning({
        code: "button-label-twice",
        path: pointer(button.path, "text"),
        message: `two buttons have the label ${quote(label)}`,
        hint: "Give each button its own label.",
      });
    known.add(label);
  }
}

function* categoryIssues(view: TemplateView, buttons: Part[]): Iterable<Issue> {
  for (const { type, category } of TEMPLATE_BUTTONS) {
    if (category === undefined || view.category === category || view.category === "") continue;
    const first = buttons.find((button) => button.type === type);
    if (first !== undefined)
      yield error({
        code: `${type.toLowerCase()}-category`,
        path: first.path,
        message: `an ${type} button is for ${category} templates; this one is ${view.category}`,
        hint: `Write the category ${category}, or use another button.`,
        whatsapp: TEMPLATE_ANSWERS.invalidParameter,
      });
  }
}
