import { invalidParameter } from "../../graph/errors.ts";
import { oneOf, requiredAt, within } from "../../graph/shape.ts";
import { type Json, type JsonObject, objectOf } from "../../json.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { checkCount, checkUnique, requiredText } from "./lengths.ts";

/** The array under a key of the action. */
export const arrayAt = (object: JsonObject, key: string, path: string): Json[] => {
  const value = requiredAt(object, key, path);
  if (!Array.isArray(value)) throw invalidParameter(`Param ${within(path, key)} must be an array.`);
  return value;
};

const checkButton = (value: Json, path: string): { id: string; title: string } => {
  const button = objectOf(value);
  oneOf("reply")(requiredAt(button, "type", path), within(path, "type"));
  const reply = objectOf(requiredAt(button, "reply", path));
  const replyPath = within(path, "reply");
  return {
    title: requiredText(reply, "title", replyPath, "Button title", MESSAGE_LIMITS.buttonTitle),
    id: requiredText(reply, "id", replyPath, "Button id", MESSAGE_LIMITS.buttonId),
  };
};

/** One to three reply buttons, no two with one title or one id. */
export const checkReplyButtons = (action: JsonObject, path: string): void => {
  const buttons = arrayAt(action, "buttons", path);
  checkCount("buttons", buttons.length, 1, MESSAGE_LIMITS.buttons);
  const replies = buttons.map((button, index) => checkButton(button, within(within(path, "buttons"), index)));
  checkUnique(
    "Button titles",
    replies.map(({ title }) => title),
  );
  checkUnique(
    "Button ids",
    replies.map(({ id }) => id),
  );
};
