import { invalidParameter } from "../../graph/errors.ts";
import { oneOf, requiredAt, url, within } from "../../graph/shape.ts";
import { type Json, type JsonObject, objectOf, upperOf } from "../../json.ts";
import { DIRECT_SEND, MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { messageError } from "../message-error.ts";
import { checkCount, checkUnique, requiredText } from "./lengths.ts";

/** The array under a key of the action. */
export function arrayAt(object: JsonObject, key: string, path: string): Json[] {
  const value = requiredAt(object, key, path);
  if (!Array.isArray(value)) throw invalidParameter(`Param ${within(path, key)} must be an array.`);
  return value;
}

function checkTitlesAndIds(buttons: readonly { id: string; title: string }[]): void {
  checkUnique(
    "Button titles",
    buttons.map(({ title }) => title),
  );
  checkUnique(
    "Button ids",
    buttons.map(({ id }) => id),
  );
}

function checkButton(value: Json, path: string): { id: string; title: string } {
  const button = objectOf(value);
  oneOf("reply")(requiredAt(button, "type", path), within(path, "type"));
  const reply = objectOf(requiredAt(button, "reply", path));
  const replyPath = within(path, "reply");
  return {
    title: requiredText(reply, "title", replyPath, "Button title", MESSAGE_LIMITS.buttonTitle),
    id: requiredText(reply, "id", replyPath, "Button id", MESSAGE_LIMITS.buttonId),
  };
}

/** A link among the buttons: Direct Send only. */
function checkLink(value: Json, path: string): { id: string; title: string } {
  const link = objectOf(requiredAt(objectOf(value), "cta_url", path));
  const linkPath = within(path, "cta_url");
  url(requiredAt(link, "url", linkPath), within(linkPath, "url"));
  return { title: requiredText(link, "display_text", linkPath, "Button title", MESSAGE_LIMITS.buttonTitle), id: path };
}

/** Buttons of a Direct Send message: up to ten replies and links, at most two links, which come first. */
export function checkDirectButtons(action: JsonObject, path: string): void {
  const buttons = arrayAt(action, "buttons", path);
  checkCount("buttons", buttons.length, 1, DIRECT_SEND.buttons);
  const isLink = buttons.map((button) => upperOf(objectOf(button).type) === "CTA_URL");
  const links = isLink.filter(Boolean).length;
  if (links > DIRECT_SEND.links) checkCount("cta_url buttons", links, 0, DIRECT_SEND.links);
  if (isLink.lastIndexOf(true) >= links) {
    throw messageError("value", "Buttons of type cta_url must come before those of type reply");
  }
  const checked = buttons.map((button, index) => {
    const at = within(within(path, "buttons"), index);
    return isLink[index] ? checkLink(button, at) : checkButton(button, at);
  });
  checkTitlesAndIds(checked);
}

/** One to three reply buttons, no two with one title or one id. */
export function checkReplyButtons(action: JsonObject, path: string): void {
  const buttons = arrayAt(action, "buttons", path);
  checkCount("buttons", buttons.length, 1, MESSAGE_LIMITS.buttons);
  const replies = buttons.map((button, index) => checkButton(button, within(within(path, "buttons"), index)));
  checkTitlesAndIds(replies);
}
