import { constants, existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { type FaultsInput, faultsSchema } from "../../../emulator/faults/schema.ts";
import type { EmulatorOptions } from "../../../emulator/options.ts";
import { readJson } from "../../input/read-json.ts";
import type { Io } from "../../io.ts";
import { UsageError } from "../../usage-error.ts";

/** The options as the command line gives them. */
export interface EmulatorFlags {
  port: number;
  apiKey?: string | undefined;
  waba?: string[] | undefined;
  phone?: string[] | undefined;
  rate: number;
  quotas: "on" | "off";
  latency: number;
  review: string;
  window: "on" | "off";
  recipients: string;
  uploads: "on" | "refused";
  connect: "manual" | "auto";
  connection?: string | undefined;
  seed?: string | undefined;
  state?: string | undefined;
  faults?: string | undefined;
  direct?: true | undefined;
}

async function readSeed(file: string, io: Io): Promise<NonNullable<EmulatorOptions["seed"]>> {
  const seed = z.looseObject({ data: z.array(z.looseObject({})) }).safeParse(await readJson(file, io));
  if (!seed.success) {
    throw new UsageError(
      `${file} is no list response: it needs { data: [...] } with one object per template.`,
      "Save an answer of GET /{waba}/message_templates.",
    );
  }
  // It came out of JSON.parse: nothing but JSON is in it.
  return seed.data as NonNullable<EmulatorOptions["seed"]>;
}

async function readFaults(file: string, io: Io): Promise<FaultsInput> {
  const value = await readJson(file, io);
  const faults = faultsSchema.safeParse(value);
  if (!faults.success) {
    const problems = faults.error.issues.map(({ path, message }) => `/${path.join("/")}: ${message}`).join("; ");
    throw new UsageError(`${file} is no faults file: ${problems}.`, "mycobot emulator --help prints the schema.");
  }
  // The schema has just accepted it.
  return value as FaultsInput;
}

/** The state is written again and again, by a new file in the same folder: whether that will work is seen now. */
async function stateFile(file: string, io: Io): Promise<string> {
  const path = resolve(io.cwd, file);
  if (existsSync(path)) await readJson(file, io);
  const paths = existsSync(path) ? [path, dirname(path)] : [dirname(path)];
  for (const each of paths) {
    await access(each, constants.W_OK).catch((cause) => {
      throw new UsageError(`${file} cannot be written.`, "Check the path and its folder.", cause);
    });
  }
  return path;
}

/** Ids and phone numbers: what is not digits is a slip of the hand. */
function digits(option: string, values: readonly string[], pattern: RegExp): void {
  const wrong = values.find((value) => !pattern.test(value));
  if (wrong !== undefined) throw new UsageError(`${option} takes numbers, not "${wrong}".`);
}

function recipientList(text: string): "any" | string[] {
  if (text === "any") return "any";
  const numbers = text.split(",").map((number) => number.replace(/[\s()+-]/g, ""));
  digits("--recipients", numbers, /^\d+$/);
  return numbers;
}

/** The command line's options as startEmulator takes them; files are read. Throws UsageError. */
export async function emulatorOptions(flags: EmulatorFlags, io: Io): Promise<EmulatorOptions> {
  const { port, rate, review, uploads, connect, apiKey, waba, phone, connection, seed, state, faults } = flags;
  if (apiKey === "") throw new UsageError("--api-key must not be empty.");
  digits("--waba", waba ?? [], /^\d+$/);
  digits("--phone", phone ?? [], /^(\d+:)?\d+$/);
  return {
    port,
    rate,
    review,
    uploads,
    connect,
    quotas: flags.quotas === "on",
    latencyMs: flags.latency,
    window: flags.window === "on",
    recipients: recipientList(flags.recipients),
    direct: flags.direct === true,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(waba === undefined ? {} : { waba }),
    ...(phone === undefined ? {} : { phones: phone }),
    ...(connection === undefined ? {} : { connection }),
    ...(seed === undefined ? {} : { seed: await readSeed(seed, io) }),
    ...(state === undefined ? {} : { stateFile: await stateFile(state, io) }),
    ...(faults === undefined ? {} : { faults: await readFaults(faults, io) }),
  };
}
