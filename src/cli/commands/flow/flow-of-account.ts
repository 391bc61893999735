import { MycobotError } from "../../../errors/index.ts";
import type { FlowCall, Gateway } from "../../../gateway/index.ts";
import type { Scope } from "../../scope/scope.ts";

/** Help of the argument that names a flow. */
export const FLOW_ARGUMENT = "id or name of the flow";

/**
 * Parameters of a call on the flow that an argument names: digits are an id, any other text is a name, which is looked up in
 * the account.
 * @throws MYCO_FLOW_UNKNOWN
 */
export async function flowCall(flow: string, { gateway, account, proxy }: Scope): Promise<FlowCall> {
  if (/^\d+$/.test(flow)) return { ...(await proxy()), flowId: flow };
  const { wabaId, ...call } = await account();
  return { ...call, flowId: await idOfName(flow, gateway, { ...call, wabaId }) };
}

async function idOfName(
  name: string,
  gateway: Gateway,
  call: Parameters<Gateway["flows"]["list"]>[0],
): Promise<string> {
  for await (const flow of gateway.flows.list({ ...call, fields: [] })) if (flow.name === name) return flow.id;
  throw new MycobotError("MYCO_FLOW_UNKNOWN", `The account has no flow ${JSON.stringify(name)}.`, {
    hint: "`mycobot flow list` lists the flows.",
  });
}
