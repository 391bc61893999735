import { isGatewayError, type NodeCall } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import { visibleLine } from "../../../output/visible.ts";
import type { FoundId } from "../../../target/ids.ts";
import type { Target } from "../../../target/target.ts";
import { attempt } from "../attempt.ts";
import { type Check, type CheckName, failed, passed } from "../check.ts";

/** How one kind of object is recognized. */
interface Kind {
  name: CheckName;
  noun: string;
  /** Only this kind has them. */
  fields: readonly string[];
  title(node: Readonly<Record<string, unknown>>): unknown;
  hint: string;
}

export const ACCOUNT: Kind = {
  name: "account",
  noun: "WhatsApp Business account",
  fields: ["id", "name", "message_template_namespace"],
  title: (node) => node.name,
  hint: "Check the id in WhatsApp Manager (account settings), and that the person who completed the connection may manage the account.",
};

export const PHONE: Kind = {
  name: "phone",
  noun: "phone number",
  fields: ["id", "display_phone_number", "verified_name"],
  title: (node) => `${String(node.display_phone_number)}, ${String(node.verified_name)}`,
  hint: "Give the number's id, not the number itself: mycobot phone-numbers list shows both.",
};

const NO_SUCH_OBJECT = 33;

/** Whether an id is that of an account or a phone number which the connection may see. */
export async function checkObject(
  kind: Kind,
  { id, from }: FoundId,
  { gateway }: Target,
  call: Omit<NodeCall, "id">,
): Promise<Check> {
  const { name, noun, fields, hint } = kind;
  const { value, error } = await attempt(() => gateway.nodes.get({ ...call, id, fields }));
  if (error === undefined) return passed(name, visibleLine(`${id} (${String(kind.title(value))})`));
  if (!isGatewayError(error)) return failed(name, EXIT.invalid, `${from}: ${error.message}`, hint);
  const { whatsapp } = error;
  if (whatsapp === undefined || error.code !== "MYCO_WHATSAPP_ERROR") {
    return failed("gateway", EXIT.failure, error.message, error.hint ?? "");
  }
  if (whatsapp.code === 100 && whatsapp.subcode === undefined) {
    return failed(name, EXIT.invalid, `${from}: ${id} is the id of something else than a ${noun}.`, hint);
  }
  const what =
    whatsapp.subcode === NO_SUCH_OBJECT ? `there is no ${noun} ${id} that the connection may see` : error.message;
  return failed(name, EXIT.invalid, `${from}: ${what}.`, hint);
}
