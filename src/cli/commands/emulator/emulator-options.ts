import { constants, existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { type FaultsInput, faultsSchema } from "../../../emulator/faults/schema.ts";
import type { EmulatorOptions } from "../../../emulator/options.ts";
import { readJson } from "../../input/json.ts";
import type { Io } from "../../io.ts";
import { UsageError } from "../../usage-error.ts";

/** The options of the command line. */
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
      `${file} is not a list response: expected { data: [...] } with one object per template.`,
      "Save a response of GET /{waba}/message_templates.",
    );
  }
  // From JSON.parse, so it contains only JSON values.
  return seed.data as NonNullable<EmulatorOptions["seed"]>;
}

async function readFaults(file: string, io: Io): Promise<FaultsInput> {
  const value = await readJson(file, io);
  const faults = faultsSchema.safeParse(value);
  if (!faults.success) {
    const problems = faults.error.issues.map(({ path, message }) => `/${path.join("/")}: ${message}`).join("; ");
    throw new UsageError(`${file} is not a faults file: ${problems}.`, "See the schema in mycobot emulator --help.");
  }
  // Validated by the schema above.
  return value as FaultsInput;
}

/** The state file is replaced on every change, so file and directory must be writable: checked at the start. */
async function stateFile(file: string, io: Io): Promise<string> {
  const path = resolve(io.cwd, file);
  if (existsSync(path)) await readJson(file, io);
  const paths = existsSync(path) ? [path, dirname(path)] : [dirname(path)];
  for (const each of paths) {
    await access(each, constants.W_OK).catch((cause) => {
      throw new UsageError(`Cannot write ${file}.`, "Check the path and the permissions of its directory.", cause);
    });
  }
  return path;
}

/** Checks ids and phone numbers. @throws UsageError */
function requireDigits(option: string, values: readonly string[], pattern: RegExp): void {
  const wrong = values.find((value) => !pattern.test(value));
  if (wrong !== undefined) throw new UsageError(`${option}: ${JSON.stringify(wrong)} is not a number.`);
}

function recipientList(text: string): "any" | string[] {
  if (text === "any") return "any";
  const numbers = text.split(",").map((number) => number.replace(/[\s()+-]/g, ""));
  requireDigits("--recipients", numbers, /^\d+$/);
  return numbers;
}

/** The options of startEmulator, with the content of files. @throws UsageError */
export async function emulatorOptions(flags: EmulatorFlags, io: Io): Promise<EmulatorOptions> {
  const { port, rate, review, uploads, connect, apiKey, waba, phone, connection, seed, state, faults } = flags;
  if (apiKey === "") throw new UsageError("--api-key must not be empty.");
  requireDigits("--waba", waba ?? [], /^\d+$/);
  requireDigits("--phone", phone ?? [], /^(\d+:)?\d+$/);
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
