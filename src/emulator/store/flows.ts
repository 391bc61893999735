import type { Account, EmulatorState, FlowRecord } from "./state.ts";

export function findFlow(state: EmulatorState, id: string): { account: Account; flow: FlowRecord } | undefined {
  for (const account of state.accounts) {
    const flow = account.flows.find((candidate) => candidate.id === id);
    if (flow !== undefined) return { account, flow };
  }
  return undefined;
}
