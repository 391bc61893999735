import { findWaba, SPECIFY } from "../../../scope/ids.ts";
import { type GatewayCheck, skipped } from "../check.ts";
import { checkObject, type ObjectKind } from "./object.ts";

const ACCOUNT: ObjectKind = {
  name: "account",
  noun: "WhatsApp Business account",
  fields: ["id", "name", "message_template_namespace"],
  title: (node) => node.name,
  hint: "Check the id in WhatsApp Manager (account settings), and that the person who authorized the connection can manage the account.",
};

/** Why a check is skipped that needs an account, if none is specified. */
export const NO_ACCOUNT = `No account specified. ${SPECIFY.waba}`;

/** Whether the account exists and is accessible. */
export const account: GatewayCheck = {
  name: ACCOUNT.name,
  run: async (examination, scope) => {
    if (examination.call === undefined) return [];
    const waba = findWaba(scope.sources);
    if (waba === undefined) return [skipped(ACCOUNT.name, NO_ACCOUNT)];
    const finding = await checkObject(ACCOUNT, waba, scope, examination.call);
    // A finding of another name is a failure of the gateway.
    if (finding.status === "ok") examination.waba = waba.id;
    return [finding];
  },
};
