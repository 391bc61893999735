import type { ProxyCall } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import { type FoundId, findPhone } from "../../../target/ids.ts";
import type { Target } from "../../../target/target.ts";
import { attempt } from "../attempt.ts";
import { type Check, failed, skipped } from "../check.ts";
import { checkObject, PHONE } from "./objects.ts";

/** The one that is named, else all that the stack declares. */
function phonesOf({ sources }: Target): FoundId[] {
  const { flags, stack } = sources;
  const named = findPhone(sources);
  const declared = (stack?.profiles ?? []).map(({ phone }) => ({ id: phone, from: `the stack ${stack?.name}` }));
  if (flags.phone === undefined && declared.length > 0) return declared;
  return named === undefined ? [] : [named];
}

async function phonesOfAccount({ gateway }: Target, wabaId: string, call: ProxyCall): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of gateway.phoneNumbers.list({ ...call, wabaId, fields: [] })) ids.push(id);
  return ids;
}

function stranger({ id, from }: FoundId, wabaId: string, own: readonly string[]): Check {
  const message = `${from}: ${id} belongs to another account than ${wabaId}.`;
  const hint = own.length === 0 ? `${wabaId} has no phone number.` : `${wabaId} has ${own.join(", ")}.`;
  return failed("phone", EXIT.invalid, message, hint);
}

/** Whether each phone number is there, and belongs to the account. `waba`: one that is known to be there. */
export async function checkPhones(target: Target, call: ProxyCall, waba: string | undefined): Promise<Check[]> {
  const phones = phonesOf(target);
  if (phones.length === 0) {
    return [skipped("phone", "No phone number is named: give --phone ID, --stack STACK or WHATSAPP_PHONE_NUMBER_ID.")];
  }
  const checks: Check[] = [];
  for (const phone of phones) checks.push(await checkObject(PHONE, phone, target, call));
  if (waba === undefined || checks.some(({ status }) => status === "failed")) return checks;
  const { value: own } = await attempt(() => phonesOfAccount(target, waba, call));
  const strangers = own === undefined ? [] : phones.filter(({ id }) => !own.includes(id));
  return [...checks, ...strangers.map((phone) => stranger(phone, waba, own ?? []))];
}
