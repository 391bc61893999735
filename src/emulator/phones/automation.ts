import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { GraphError } from "../graph/graph-error.ts";
import { flag, list, loose, needed, text } from "../graph/shape.ts";
import { decoded, isObject, type Json, type JsonObject, listOf } from "../json.ts";
import type { Phone } from "../store/state.ts";
import { PHONE_LIMITS } from "../tables/phone-limits.ts";
import { emojiCount, lengthOf } from "../text/characters.ts";
import { phoneError } from "./phone-error.ts";

function withoutEmoji(value: Json, name: string): string {
  if (emojiCount(String(value)) > 0) throw invalidParameter(`Param ${name} must not contain emojis.`);
  return String(value);
}

function promptsOf(value: Json): Json[] {
  list(text({ least: 1 }))(value, "prompts");
  const prompts = listOf(value);
  if (prompts.length > PHONE_LIMITS.prompts) throw phoneError("tooManyPrompts");
  for (const prompt of prompts) {
    if (lengthOf(withoutEmoji(prompt, "prompts")) > PHONE_LIMITS.prompt) throw phoneError("promptTooLong");
  }
  return prompts;
}

const commandShape = list(loose({ command_name: needed(text({ least: 1 })), command_description: needed(text()) }));

function checkCommand({ command_name: name, command_description: description }: JsonObject): string {
  const isPlain = /^\w+$/.test(String(name)) && lengthOf(String(name)) <= PHONE_LIMITS.commandName;
  if (!isPlain) throw phoneError("commandName");
  if (lengthOf(withoutEmoji(description ?? "", "commands")) > PHONE_LIMITS.commandDescription) {
    throw phoneError("commandTooLong");
  }
  return String(name);
}

function commandsOf(value: Json): Json[] {
  commandShape(value, "commands");
  const commands = listOf(value).filter(isObject);
  if (commands.length > PHONE_LIMITS.commands) throw phoneError("tooManyCommands");
  const names = commands.map(checkCommand);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new GraphError({
      message: `Command names must be unique. Duplicate command name found: ${twice}`,
      type: "GraphMethodException",
      code: 100,
    });
  }
  return commands;
}

function booleanOf(value: Json): boolean {
  flag(value, "enable_welcome_message");
  return /^(true|1)$/i.test(String(value));
}

/** How each part is checked. A list replaces the one that is there; an empty one clears it. */
const PARTS: Readonly<Record<string, (value: Json) => Json>> = {
  enable_welcome_message: booleanOf,
  prompts: promptsOf,
  commands: commandsOf,
};

/** `POST /{phone}/conversational_automation`; read with `GET /{phone}?fields=conversational_automation`. */
export function changeAutomation(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const held = phone.fields.conversational_automation;
  const changed: JsonObject = isObject(held)
    ? { ...held }
    : { enable_welcome_message: false, prompts: [], commands: [] };
  for (const [name, check] of Object.entries(PARTS)) {
    const value = decoded(parameters[name]);
    if (value !== undefined && value !== null) changed[name] = check(value);
  }
  phone.fields.conversational_automation = { id: phone.id, ...changed };
  emulator.changed();
  return { success: true };
}
