import { isMycobotError, MycobotError } from "../../../errors/index.ts";
import type { Connection, Gateway, WirePhoneNumber } from "../../../gateway/index.ts";
import { listing } from "../../../model/text/index.ts";
import type { DeclaredStack } from "../../../stack/index.ts";
import { projectStacks } from "../../account/declared.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { fieldLines } from "../../output/fields.ts";
import { visibleLine } from "../../output/visible.ts";
import { resolvedConnection } from "../../scope/connection.ts";
import { accountCommand } from "../../scope/flags.ts";
import { findWaba, type IdSources, requireWaba } from "../../scope/ids.ts";
import { idSources, withGateway } from "../../scope/scope.ts";
import { UsageError } from "../../usage-error.ts";

const DETAILS: CommandDetails = {
  description:
    "Finds the account and the phone number id of a number. Spaces, punctuation and + are ignored. " +
    "Accounts cannot be listed through the gateway: without --waba and --stack, the accounts of the project's stack files and of WHATSAPP_WABA_ID are searched.",
  output: "Phone number id, account, number, name, status, and the stacks that have this account.",
  json: [
    "{ version: 1, numbers: [ { phone, waba, number, name?, status?,",
    "  connection, stacks: [ stack ] } ] }",
    "Several only if several accounts have the number.",
  ],
  exitCodes: { 0: "found", ...REQUEST_EXIT_CODES, 1: "not found, or a failed request" },
  examples: [
    { run: 'mycobot numbers resolve "+1 631-555-5555"', does: "searches the accounts of the project" },
    { run: "mycobot numbers resolve 16315555555 --waba 102290129340398", does: "searches one account" },
  ],
};

/** `mycobot numbers resolve NUMBER` */
export default function numbersResolveCommand(context: Context) {
  return accountCommand(DETAILS)
    .argument("<number>", "phone number with country code")
    .action(async (text, options) => {
      const number = await normalized(text, context);
      const targets = await targetsOf(await idSources(context, options), context);
      const { numbers, failures } = await withGateway(context, (gateway) => search(number, targets, gateway, context));
      if (numbers.length === 0) throw failures[0] ?? notFound(text, targets);
      if (context.json) context.printJson({ numbers });
      else context.print(numbers.map((found) => numberText(found, context)).join("\n\n"));
    });
}

/** @throws UsageError */
async function normalized(text: string, context: Context): Promise<string> {
  const { normalizePhoneNumber } = await import("../../../model/phone-number/index.ts");
  const { number, issues } = normalizePhoneNumber(text);
  const [issue] = issues;
  if (number === undefined) throw new UsageError(`${issue?.message ?? text}.`, issue?.hint);
  if (issue !== undefined) context.note(`warning: ${visibleLine(issue.message)}. ${issue.hint}`);
  return number;
}

/** An account to search. */
interface Target {
  waba: string;
  sources: IdSources;
  /** Names of the stacks that have it. */
  stacks: string[];
}

/** The account of the options, else those of the project and of the environment. @throws UsageError if there is none */
async function targetsOf(sources: IdSources, context: Context): Promise<Target[]> {
  const { flags, stack, env } = sources;
  const { stacks } = await projectStacks(context, stack);
  const stacksOf = (waba: string) => stacks.filter(({ account }) => account.waba === waba).map(({ name }) => name);
  if (flags.waba !== undefined || stack !== undefined) {
    const waba = requireWaba(sources);
    return [{ waba, sources, stacks: stacksOf(waba) }];
  }
  const targets = new Map<string, Target>();
  for (const declared of stacks) {
    const own = { flags, stack: targetStack(declared), env };
    const waba = findWaba(own)?.id;
    if (waba === undefined || targets.has(waba)) continue;
    targets.set(waba, { waba: requireWaba(own), sources: own, stacks: stacksOf(waba) });
  }
  const waba = findWaba(sources)?.id;
  if (waba !== undefined && !targets.has(waba)) targets.set(waba, { waba: requireWaba(sources), sources, stacks: [] });
  if (targets.size === 0) requireWaba(sources);
  return [...targets.values()];
}

function targetStack(declared: DeclaredStack): IdSources["stack"] {
  return { ...declared, profiles: declared.profiles.map(({ key }) => ({ phone: key })) };
}

interface FoundNumber {
  phone: string;
  waba: string;
  number: string;
  name?: string;
  status?: string;
  connection: string;
  stacks: string[];
}

const FIELDS = ["id", "display_phone_number", "verified_name", "status"] as const;

/** Failures of one account: the others are still searched. */
const ACCOUNT_FAILURES: readonly string[] = [
  "MYCO_WHATSAPP_ERROR",
  "MYCO_CONNECTION_UNKNOWN",
  "MYCO_CONNECTION_NOT_ACTIVE",
  "MYCO_CONNECTION_AMBIGUOUS",
];

async function search(number: string, targets: readonly Target[], gateway: Gateway, context: Context) {
  const signal = context.io.interrupts;
  let listed: Promise<readonly Connection[]> | undefined;
  const list = () => {
    listed ??= gateway.connections.list({ signal });
    return listed;
  };
  const numbers: FoundNumber[] = [];
  const failures: MycobotError[] = [];
  for (const { waba, sources, stacks } of targets) {
    try {
      const { id: connection } = await resolvedConnection(sources, context, list);
      const call = { wabaId: waba, connection, signal, fields: FIELDS };
      for await (const each of gateway.phoneNumbers.list(call)) {
        if (digitsOf(each) === number) numbers.push({ ...foundNumber(each), waba, connection, stacks });
      }
    } catch (error) {
      if (!isMycobotError(error) || !ACCOUNT_FAILURES.includes(error.code)) throw error;
      failures.push(error);
      if (targets.length > 1)
        context.note(`warning: the account ${waba} was not searched: ${visibleLine(error.message)}`);
    }
  }
  return { numbers, failures };
}

function digitsOf({ display_phone_number: shown = "" }: WirePhoneNumber): string {
  return shown.replaceAll(/\D/g, "");
}

function foundNumber({ id, display_phone_number: number = "", verified_name: name, status }: WirePhoneNumber) {
  return {
    phone: id,
    number,
    ...(name === undefined ? {} : { name }),
    ...(status === undefined ? {} : { status }),
  };
}

function notFound(text: string, targets: readonly Target[]): MycobotError {
  const accounts = targets.map(({ waba }) => waba);
  const what = accounts.length === 1 ? "account" : "accounts";
  return new MycobotError(
    "MYCO_PHONE_NUMBER_UNKNOWN",
    `${JSON.stringify(text)} is not a number of the ${what} ${listing(accounts, "and")}.`,
    {
      hint: "`mycobot phone-numbers list` lists the numbers of an account. To search another account, specify --waba ID.",
    },
  );
}

function numberText({ phone, waba, number, name, status, connection, stacks }: FoundNumber, context: Context): string {
  const fields = [
    ["phone", phone],
    ["account", waba],
    ["number", number],
    ["name", name],
    ["status", status],
    ["connection", connection],
    ["stacks", stacks.length === 0 ? undefined : stacks.join(", ")],
  ] as const;
  return fieldLines(fields, context.width, context.paint).trimEnd();
}
