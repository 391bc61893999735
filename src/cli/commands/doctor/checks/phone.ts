import type { ProxyCall } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import { type FoundId, findPhone, SPECIFY, stackSource } from "../../../scope/ids.ts";
import type { Scope } from "../../../scope/scope.ts";
import { attempt, type Finding, failed, type GatewayCheck, skipped } from "../check.ts";
import { checkObject, type ObjectKind } from "./object.ts";

const PHONE: ObjectKind = {
  name: "phone",
  noun: "phone number",
  fields: ["id", "display_phone_number", "verified_name"],
  title: (node) => `${String(node.display_phone_number)}, ${String(node.verified_name)}`,
  hint: "Specify the id of the phone number, not the number itself: mycobot phone-numbers list shows both.",
};

/** Whether each phone number is accessible and belongs to the account. */
export const phone: GatewayCheck = {
  name: PHONE.name,
  run: async ({ call, waba }, scope) => {
    if (call === undefined) return [];
    const phones = phonesOf(scope);
    if (phones.length === 0) return [skipped(PHONE.name, `No phone number specified. ${SPECIFY.phone}`)];
    const findings: Finding[] = [];
    for (const each of phones) findings.push(await checkObject(PHONE, each, scope, call));
    if (waba === undefined || findings.some(({ status }) => status === "failed")) return findings;
    const { value: own } = await attempt(() => phonesOfAccount(scope, waba, call));
    const others = own === undefined ? [] : phones.filter(({ id }) => !own.includes(id));
    return [...findings, ...others.map((each) => ofOtherAccount(each, waba, own ?? []))];
  },
};

/** The phone number that is specified, or all that the stack declares. */
function phonesOf({ sources }: Scope): FoundId[] {
  const { flags, stack } = sources;
  const named = findPhone(sources);
  const declared = (stack?.profiles ?? []).map((profile) => ({ id: profile.phone, from: stackSource(stack) }));
  if (flags.phone === undefined && declared.length > 0) return declared;
  return named === undefined ? [] : [named];
}

async function phonesOfAccount({ gateway }: Scope, wabaId: string, call: ProxyCall): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of gateway.phoneNumbers.list({ ...call, wabaId, fields: [] })) ids.push(id);
  return ids;
}

function ofOtherAccount({ id, from }: FoundId, wabaId: string, own: readonly string[]): Finding {
  const message = `${from}: ${id} does not belong to the account ${wabaId}.`;
  const hint = own.length === 0 ? `${wabaId} has no phone numbers.` : `Phone numbers of ${wabaId}: ${own.join(", ")}.`;
  return failed(PHONE.name, EXIT.invalid, message, hint);
}
