import { chosenConnection } from "../../model/connection.ts";
import type { Stack } from "../../stack/types.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import type { ScopeFlags } from "./flags.ts";

/** What a stack says about its ids. */
export interface TargetStack extends Pick<Stack, "name" | "file" | "account" | "connections"> {
  profiles: readonly { phone: string }[];
}

/** Where the ids of a scope come from. */
export interface IdSources {
  flags: ScopeFlags;
  /** The stack of `--stack`. */
  stack: TargetStack | undefined;
  env: Io["env"];
}

/** An id, and the option, stack or variable that it comes from. */
export interface FoundId {
  id: string;
  from: string;
}

/** How to specify an id, for hints. */
export const SPECIFY = {
  waba: "Specify --waba ID, --stack STACK or WHATSAPP_WABA_ID.",
  phone: "Specify --phone ID, --stack STACK or WHATSAPP_PHONE_NUMBER_ID.",
  connection: "Specify --connection ID, --stack STACK or MATON_CONNECTION.",
} as const;

function found(id: string | undefined, from: string): FoundId | undefined {
  return id === undefined || id === "" ? undefined : { id, from };
}

/** `the stack production`, as the source of an id. */
export function stackSource(stack: TargetStack | undefined): string {
  return `the stack ${stack?.name ?? ""}`;
}

/** The WhatsApp Business account; undefined if none is specified. */
export function findWaba({ flags, stack, env }: IdSources): FoundId | undefined {
  return (
    found(flags.waba, "--waba") ??
    found(stack?.account.waba, stackSource(stack)) ??
    found(env.WHATSAPP_WABA_ID, "WHATSAPP_WABA_ID")
  );
}

/** The phone number id. A stack with several profiles does not specify one. */
export function findPhone({ flags, stack, env }: IdSources): FoundId | undefined {
  const declared = stack?.profiles.map(({ phone }) => phone) ?? [];
  const fromStack = declared.length === 1 ? declared[0] : undefined;
  return (
    found(flags.phone, "--phone") ??
    found(fromStack, stackSource(stack)) ??
    found(env.WHATSAPP_PHONE_NUMBER_ID, "WHATSAPP_PHONE_NUMBER_ID")
  );
}

/** The connection that the stack uses: its id, or the key of one that it declares by its app. */
function stackConnection(stack: TargetStack | undefined): { id?: string; key?: string } {
  const chosen = stack === undefined ? undefined : chosenConnection(stack);
  if (chosen === undefined) return {};
  const declared = stack?.connections.find(({ key }) => key === chosen);
  if (declared === undefined) return { id: chosen };
  return declared.id === undefined ? { key: chosen } : { id: declared.id };
}

/** The connection of option, stack or environment; undefined if none is specified. */
export function findConnection({ flags, stack, env }: IdSources): FoundId | undefined {
  return (
    found(flags.connection, "--connection") ??
    found(stackConnection(stack).id, stackSource(stack)) ??
    found(env.MATON_CONNECTION, "MATON_CONNECTION")
  );
}

/** The key of the connection that the stack declares by its app: Pulumi's state has its id. An option takes precedence. */
export function declaredKey({ flags, stack }: IdSources): string | undefined {
  return found(flags.connection, "--connection") === undefined ? stackConnection(stack).key : undefined;
}

const ID = /^\d{1,20}$/;
const ID_FORM = "contains digits only (quote it in YAML)";

function checked(noun: string, { id, from }: FoundId, pattern = ID, form = ID_FORM): string {
  if (pattern.test(id)) return id;
  throw new UsageError(`${from}: ${JSON.stringify(id)} is not a ${noun} id.`, `A ${noun} id ${form}.`);
}

/** @throws UsageError */
export function requireWaba(sources: IdSources): string {
  const waba = findWaba(sources);
  if (waba !== undefined) return checked("WhatsApp Business account", waba);
  throw new UsageError("No WhatsApp Business account specified.", SPECIFY.waba);
}

/** @throws UsageError */
export function requirePhone(sources: IdSources): string {
  const phone = findPhone(sources);
  if (phone !== undefined) return checked("phone number", phone, ID, `${ID_FORM}; it is not the number itself`);
  const declared = sources.stack?.profiles.map((profile) => profile.phone) ?? [];
  if (declared.length > 1) {
    throw new UsageError(
      `${stackSource(sources.stack)} declares several phone numbers: ${declared.join(", ")}.`,
      "Specify one of them with --phone ID.",
    );
  }
  throw new UsageError(
    "No phone number specified.",
    `${SPECIFY.phone} \`mycobot phone-numbers list\` shows the ids of an account.`,
  );
}

/** @throws UsageError for a malformed id */
export function checkedConnection(connection: FoundId): FoundId {
  checked("connection", connection, /^[A-Za-z0-9_-]{1,128}$/, "contains letters, digits, - and _ only");
  return connection;
}
