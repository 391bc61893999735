import type { Stack } from "../../stack/types.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import type { TargetFlags } from "./target-flags.ts";

/** Where the ids of a target come from. */
export interface IdSources {
  flags: TargetFlags;
  /** The stack that `--stack` names. */
  stack: Stack | undefined;
  env: Io["env"];
}

/** An id, and the option, file or variable that gave it. */
export interface FoundId {
  id: string;
  from: string;
}

function found(id: string | undefined, from: string): FoundId | undefined {
  return id === undefined || id === "" ? undefined : { id, from };
}

function stackName(stack: Stack | undefined): string {
  return `the stack ${stack?.name ?? ""}`;
}

/** The WhatsApp Business account that the command is meant for; undefined when nothing names one. */
export function findWaba({ flags, stack, env }: IdSources): FoundId | undefined {
  return (
    found(flags.waba, "--waba") ??
    found(stack?.account.waba, stackName(stack)) ??
    found(env.WHATSAPP_WABA_ID, "WHATSAPP_WABA_ID")
  );
}

/** The phone number's id. A stack with several profiles leaves the choice to the environment. */
export function findPhone({ flags, stack, env }: IdSources): FoundId | undefined {
  const declared = stack?.profiles.map(({ phone }) => phone) ?? [];
  const fromStack = declared.length === 1 ? declared[0] : undefined;
  return (
    found(flags.phone, "--phone") ??
    found(fromStack, stackName(stack)) ??
    found(env.WHATSAPP_PHONE_NUMBER_ID, "WHATSAPP_PHONE_NUMBER_ID")
  );
}

/** An id in the stack file. One that is declared by its app has its id in Pulumi's state, out of reach. */
function declaredConnection(stack: Stack | undefined): string | undefined {
  const named = stack?.account.connection;
  const declared = stack?.connections.find(({ key }) => key === named);
  return declared === undefined ? named : declared.id;
}

/** The connection that option, stack or environment name; undefined when none does. */
export function findConnection({ flags, stack, env }: IdSources): FoundId | undefined {
  return (
    found(flags.connection, "--connection") ??
    found(declaredConnection(stack), stackName(stack)) ??
    found(env.MATON_CONNECTION, "MATON_CONNECTION")
  );
}

function checked(
  name: string,
  { id, from }: FoundId,
  pattern = /^\d{1,20}$/,
  form = "digits only, in quotes in YAML",
): string {
  if (pattern.test(id)) return id;
  throw new UsageError(`${from}: ${JSON.stringify(id)} is no id of a ${name}.`, `Such ids are ${form}.`);
}

/** @throws UsageError */
export function requireWaba(sources: IdSources): string {
  const waba = findWaba(sources);
  if (waba !== undefined) return checked("WhatsApp Business account", waba);
  throw new UsageError(
    "It is not said which WhatsApp Business account is meant.",
    "Give --waba ID, --stack STACK or WHATSAPP_WABA_ID.",
  );
}

/** @throws UsageError */
export function requirePhone(sources: IdSources): string {
  const phone = findPhone(sources);
  if (phone !== undefined) return checked("phone number (not the number itself)", phone);
  const declared = sources.stack?.profiles.map((profile) => profile.phone) ?? [];
  throw new UsageError(
    declared.length > 1
      ? `${stackName(sources.stack)} declares several phone numbers: ${declared.join(", ")}.`
      : "It is not said which phone number is meant.",
    declared.length > 1
      ? "Give --phone ID with one of them."
      : "Give --phone ID, --stack STACK with a profile, or WHATSAPP_PHONE_NUMBER_ID. `mycobot phone-numbers list` shows the ids.",
  );
}

/** @throws UsageError for an id that cannot be one */
export function namedConnection(sources: IdSources): string | undefined {
  const connection = findConnection(sources);
  const form = "letters, digits, - and _";
  return connection === undefined ? undefined : checked("connection", connection, /^[A-Za-z0-9_-]{1,128}$/, form);
}
