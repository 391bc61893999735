import { isGatewayError, type NodeCall } from "../../../../gateway/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import { visibleLine } from "../../../output/visible.ts";
import type { FoundId } from "../../../scope/ids.ts";
import type { Scope } from "../../../scope/scope.ts";
import { attempt, type Finding, failed, passed } from "../check.ts";
import { gatewayFailure } from "./gateway.ts";

/** How a kind of object is recognized. */
export interface ObjectKind {
  /** Name of the check. */
  name: string;
  noun: string;
  /** Only this kind has all of them. */
  fields: readonly string[];
  title(node: Readonly<Record<string, unknown>>): unknown;
  hint: string;
}

/** WhatsApp's subcode for an object that does not exist or is not accessible. */
const NO_SUCH_OBJECT = 33;

/** Whether an id is that of an accessible object of this kind. */
export async function checkObject(
  kind: ObjectKind,
  { id, from }: FoundId,
  { gateway }: Scope,
  call: Omit<NodeCall, "id">,
): Promise<Finding> {
  const { name, noun, fields, hint } = kind;
  const { value, error } = await attempt(() => gateway.nodes.get({ ...call, id, fields }));
  if (error === undefined) return passed(name, visibleLine(`${id} (${String(kind.title(value))})`));
  if (!isGatewayError(error)) return failed(name, EXIT.invalid, `${from}: ${error.message}`, hint);
  const { whatsapp } = error;
  if (whatsapp === undefined || error.code !== "MYCO_WHATSAPP_ERROR") return gatewayFailure(error);
  if (whatsapp.code === 100 && whatsapp.subcode === undefined) {
    return failed(name, EXIT.invalid, `${from}: ${id} is not the id of a ${noun}.`, hint);
  }
  if (whatsapp.subcode !== NO_SUCH_OBJECT) return failed(name, EXIT.invalid, `${from}: ${error.message}.`, hint);
  return failed(name, EXIT.invalid, `${from}: no ${noun} ${id} is accessible through the connection.`, hint);
}
