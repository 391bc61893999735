import type { EmulatorContext } from "../emulator-context.ts";
import { fieldArguments, fieldNames, type NodeFinder, type NodeShape, project } from "../graph/fields.ts";
import { GraphError } from "../graph/graph-error.ts";
import { readParameters } from "../graph/request.ts";
import { flag, text } from "../graph/shape.ts";
import { isGiven, type Json, type JsonObject, rowOf } from "../json.ts";
import { findAccount } from "../store/accounts.ts";
import type { Account } from "../store/state.ts";
import { ANALYTICS } from "./analytics.ts";

const DEFAULTS = ["id", "name", "timezone_id", "message_template_namespace"];

/** Fields of an account. Source: WhatsApp Business Account node reference. */
const ACCOUNT_SHAPE: NodeShape = {
  type: "WhatsAppBusinessAccount",
  defaults: DEFAULTS,
  known: [
    ...DEFAULTS,
    ...Object.keys(ANALYTICS),
    "account_review_status",
    "business_verification_status",
    "country",
    "currency",
    "degrees_of_freedom_spec",
    "disable_marketing_messages_on_cloud_api",
    "health_status",
    "is_enabled_for_insights",
    "marketing_messages_lite_api_status",
    "marketing_messages_onboarding_status",
    "on_behalf_of_business_info",
    "owner_business_info",
    "ownership_type",
    "primary_business_location",
    "primary_funding_id",
    "purchase_order_number",
    "status",
    "subscribed_apps",
  ],
};

function accountFields(emulator: EmulatorContext, account: Account, fields: string | undefined): JsonObject {
  const names = fieldNames(fields);
  const node = { ...account.fields };
  for (const name of names ?? []) {
    const read = rowOf(ANALYTICS, name);
    if (read !== undefined) node[name] = read(emulator, account, fieldArguments(fields, name));
  }
  return project(node, names, ACCOUNT_SHAPE);
}

function setName(account: Account, name: Json): void {
  text({ min: 1, max: 100 })(name, "name");
  account.fields.name = String(name);
}

function setTimezone(account: Account, id: Json): void {
  text({ min: 1 })(id, "timezone_id");
  account.fields.timezone_id = String(id);
}

/** Template analytics can be enabled, and not disabled again. */
function enableInsights(account: Account, value: Json): void {
  flag(value, "is_enabled_for_insights");
  if (/^(true|1)$/i.test(String(value))) account.fields.is_enabled_for_insights = true;
  else if (account.fields.is_enabled_for_insights === true) {
    throw new GraphError({ message: "(#200006) Template Insights cannot be disabled", code: 200006 });
  }
}

/** The parameters of an update. Graph ignores others. */
const SETTERS: Readonly<Record<string, (account: Account, value: Json) => void>> = {
  name: setName,
  timezone_id: setTimezone,
  is_enabled_for_insights: enableInsights,
};

/** `POST /{waba}`. The documented answers differ: the id for `is_enabled_for_insights`, `success` for the others. */
function updateAccount(emulator: EmulatorContext, account: Account, parameters: JsonObject): JsonObject {
  for (const [name, value] of Object.entries(parameters)) {
    if (isGiven(value)) rowOf(SETTERS, name)?.(account, value);
  }
  emulator.changed();
  return isGiven(parameters.is_enabled_for_insights) ? { id: account.id } : { success: true };
}

/** `GET` and `POST /{waba}`. */
export const accountNode: NodeFinder = (emulator, id, c) => {
  const account = findAccount(emulator.state, id);
  return (
    account && {
      type: ACCOUNT_SHAPE.type,
      get: () => accountFields(emulator, account, c.req.query("fields")),
      post: async () => updateAccount(emulator, account, await readParameters(c)),
    }
  );
};
