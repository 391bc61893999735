import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { GraphError, type GraphErrorFields } from "../graph/graph-error.ts";
import { phoneInPath, readParameters } from "../graph/request.ts";
import { flag, list, loose, required, text } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import { decoded, isObject, type Json, type JsonObject, listOf } from "../json.ts";
import type { Phone } from "../store/state.ts";
import { emojiCount, lengthOf } from "../text/characters.ts";

/** Counts of prompts and commands; the length of a prompt, a name and a description in characters. */
const AUTOMATION = { prompts: 4, prompt: 80, commands: 30, commandName: 32, commandDescription: 256 } as const;

/** As Meta's API description has them. */
const ERRORS = {
  tooManyPrompts: { message: `Too many prompts provided. Maximum allowed is ${AUTOMATION.prompts}`, code: 100 },
  promptTooLong: { message: `Prompt text exceeds maximum length of ${AUTOMATION.prompt} characters`, code: 100 },
  tooManyCommands: { message: `Too many commands provided. Maximum allowed is ${AUTOMATION.commands}`, code: 100 },
  commandName: {
    message: "Invalid command name format. Command names must contain only alphanumeric characters and underscores",
    code: 100,
  },
  commandTooLong: {
    message: `Command description exceeds maximum length of ${AUTOMATION.commandDescription} characters`,
    code: 100,
  },
} as const satisfies Record<string, GraphErrorFields>;

function withoutEmoji(value: Json, name: string): string {
  if (emojiCount(String(value)) > 0) throw invalidParameter(`Param ${name} must not contain emojis.`);
  return String(value);
}

function promptsOf(value: Json): Json[] {
  list(text({ min: 1 }))(value, "prompts");
  const prompts = listOf(value);
  if (prompts.length > AUTOMATION.prompts) throw new GraphError(ERRORS.tooManyPrompts);
  for (const prompt of prompts) {
    if (lengthOf(withoutEmoji(prompt, "prompts")) > AUTOMATION.prompt) throw new GraphError(ERRORS.promptTooLong);
  }
  return prompts;
}

const commandShape = list(loose({ command_name: required(text({ min: 1 })), command_description: required(text()) }));

function checkCommand({ command_name: name, command_description: description }: JsonObject): string {
  const isPlain = /^\w+$/.test(String(name)) && lengthOf(String(name)) <= AUTOMATION.commandName;
  if (!isPlain) throw new GraphError(ERRORS.commandName);
  if (lengthOf(withoutEmoji(description ?? "", "commands")) > AUTOMATION.commandDescription) {
    throw new GraphError(ERRORS.commandTooLong);
  }
  return String(name);
}

function commandsOf(value: Json): Json[] {
  commandShape(value, "commands");
  const commands = listOf(value).filter(isObject);
  if (commands.length > AUTOMATION.commands) throw new GraphError(ERRORS.tooManyCommands);
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

/** The check of each part. A list replaces the current one; an empty list clears it. */
const PARTS: Readonly<Record<string, (value: Json) => Json>> = {
  enable_welcome_message: booleanOf,
  prompts: promptsOf,
  commands: commandsOf,
};

function changeAutomation(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
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

/** `POST /{phone}/conversational_automation`; the read is `GET /{phone}?fields=conversational_automation`. */
export function automationRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.post("/:id/conversational_automation", async (c) =>
    c.json(changeAutomation(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
}
