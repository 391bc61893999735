import { oneOf, requiredAt, url, within } from "../../../graph/shape.ts";
import { type Json, type JsonObject, objectOf, upperOf } from "../../../json.ts";
import { messageError } from "../../message-error.ts";
import {
  ANY_HEADER,
  arrayAt,
  checkCount,
  checkUnique,
  type InteractiveKind,
  requiredText,
  ruled,
} from "./interactive-kind.ts";

/** Counts of buttons; titles and ids in characters. Other kinds have labels of the same length. */
export const BUTTON = { max: 3, title: 20, id: 256, direct: { max: 10, links: 2 } } as const;

interface CheckedButton {
  id: string;
  title: string;
}

function checkReply(value: Json, path: string): CheckedButton {
  const button = objectOf(value);
  oneOf("reply")(requiredAt(button, "type", path), within(path, "type"));
  const reply = objectOf(requiredAt(button, "reply", path));
  const replyPath = within(path, "reply");
  return {
    title: requiredText(reply, "title", replyPath, "Button title", BUTTON.title),
    id: requiredText(reply, "id", replyPath, "Button id", BUTTON.id),
  };
}

/** A link among the buttons: Direct Send only. */
function checkLink(value: Json, path: string): CheckedButton {
  const link = objectOf(requiredAt(objectOf(value), "cta_url", path));
  const linkPath = within(path, "cta_url");
  url(requiredAt(link, "url", linkPath), within(linkPath, "url"));
  return { title: requiredText(link, "display_text", linkPath, "Button title", BUTTON.title), id: path };
}

function checkButtons(
  buttons: readonly Json[],
  path: string,
  check: (value: Json, path: string) => CheckedButton,
): void {
  const checked = buttons.map((button, index) => check(button, within(within(path, "buttons"), index)));
  checkUnique(
    "Button titles",
    checked.map(({ title }) => title),
  );
  checkUnique(
    "Button ids",
    checked.map(({ id }) => id),
  );
}

function checkReplyButtons(action: JsonObject, path: string): void {
  const buttons = arrayAt(action, "buttons", path);
  checkCount("buttons", buttons.length, 1, BUTTON.max);
  checkButtons(buttons, path, checkReply);
}

function isLink(value: Json): boolean {
  return upperOf(objectOf(value).type) === "CTA_URL";
}

/** Direct Send takes more buttons, and links among them, which come first. */
function checkDirectButtons(action: JsonObject, path: string): void {
  const buttons = arrayAt(action, "buttons", path);
  checkCount("buttons", buttons.length, 1, BUTTON.direct.max);
  const links = buttons.filter(isLink).length;
  if (links > BUTTON.direct.links) checkCount("cta_url buttons", links, 0, BUTTON.direct.links);
  if (buttons.findLastIndex(isLink) >= links) {
    throw messageError("value", "Buttons of type cta_url must come before those of type reply");
  }
  checkButtons(buttons, path, (value, at) => (isLink(value) ? checkLink(value, at) : checkReply(value, at)));
}

/** `button`: reply buttons with unique titles and ids. */
export const button: InteractiveKind = {
  action: ruled(checkReplyButtons),
  directAction: ruled(checkDirectButtons),
  headers: ANY_HEADER,
};
