import { hexToken } from "../ids.ts";
import type { Account, EmulatorState } from "./state.ts";

export function newAccount(id: string): Account {
  return {
    id,
    fields: {
      id,
      name: "Emulated Business",
      timezone_id: "1",
      message_template_namespace: hexToken().replace(/(.{8})(.{4})(.{4})(.{4})/, "$1_$2_$3_$4_"),
      currency: "USD",
      country: "US",
      account_review_status: "APPROVED",
      business_verification_status: "verified",
      ownership_type: "SELF",
      status: "ACTIVE",
    },
    templates: [],
    locks: [],
    creates: [],
    calls: [],
    subscription: {},
  };
}

export function findAccount(state: EmulatorState, id: string): Account | undefined {
  return state.accounts.find((account) => account.id === id);
}
