import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, missingParameter } from "../graph/errors.ts";
import { filled, list, oneOf, requiredAt } from "../graph/shape.ts";
import { graphId } from "../ids.ts";
import { decoded, isGiven, type Json, type JsonObject, listOf } from "../json.ts";
import { EMULATED_APP } from "../store/accounts.ts";
import type { Account, FlowRecord } from "../store/state.ts";
import { flowError } from "./flow-error.ts";
import { flowJsonErrors, flowJsonFacts } from "./flow-json.ts";

const CATEGORIES = [
  "SIGN_UP",
  "SIGN_IN",
  "APPOINTMENT_BOOKING",
  "LEAD_GENERATION",
  "CONTACT_US",
  "CUSTOMER_SUPPORT",
  "SURVEY",
  "OTHER",
];

/** From this version of flow JSON on, the endpoint is a field of the flow; in earlier versions, the flow JSON contains it. */
const ENDPOINT_SINCE = 3;

function isTrue(value: Json | undefined): boolean {
  return /^(true|1)$/i.test(String(value));
}

function categoriesOf(value: Json): string[] {
  const categories = decoded(value) ?? null;
  list(oneOf(...CATEGORIES), { min: 1 })(categories, "categories");
  return listOf(categories).map((category) => String(category).toUpperCase());
}

function nameIn(account: Account, value: Json, own?: FlowRecord): string {
  filled(value, "name");
  const name = String(value);
  if (account.flows.some((flow) => flow !== own && flow.name === name)) throw flowError("nameTaken");
  return name;
}

function endpointOf(value: Json): string {
  const uri = String(value);
  if (!URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol)) throw flowError("endpointForm");
  return uri;
}

function hasEndpointInJson({ json }: FlowRecord): boolean {
  const { version } = flowJsonFacts(json ?? "");
  return version !== undefined && Number.parseInt(version, 10) < ENDPOINT_SINCE;
}

function cloneSource(account: Account, id: Json | undefined): FlowRecord | undefined {
  if (!isGiven(id) || id === "") return undefined;
  const source = account.flows.find((flow) => flow.id === String(id));
  if (source === undefined) throw flowError("unknownClone");
  return source;
}

/** The text of `flow_json`, which clients send as a string; the parameters may hold it decoded. */
function jsonText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function setJson(flow: FlowRecord, json: string): void {
  flow.json = json;
  flow.validationErrors = flowJsonErrors(json);
}

/** `POST /{waba}/flows`. A flow with validation errors is created too, and then stays a draft. */
export function createFlow(emulator: EmulatorContext, account: Account, parameters: JsonObject): JsonObject {
  const name = nameIn(account, requiredAt(parameters, "name", ""));
  const source = cloneSource(account, parameters.clone_flow_id);
  const { categories = source?.categories, endpoint_uri: endpoint, flow_json: json, publish } = parameters;
  if (!isGiven(categories)) throw missingParameter("categories");
  const endpointUri = isGiven(endpoint) ? endpointOf(endpoint) : source?.endpointUri;
  if (isGiven(endpoint) && source !== undefined && hasEndpointInJson(source)) throw flowError("endpointOfClone");
  const flow: FlowRecord = {
    id: graphId(),
    name,
    categories: categoriesOf(categories),
    status: "DRAFT",
    ...(endpointUri === undefined ? {} : { endpointUri }),
    application: EMULATED_APP.id,
    validationErrors: [],
    updated: emulator.now(),
  };
  const content = isGiven(json) ? jsonText(json) : source?.json;
  if (content !== undefined) setJson(flow, content);
  const publishes = isTrue(publish);
  if (publishes && flow.validationErrors.length === 0) checkPublishable(emulator, account, flow);
  if (publishes && flow.validationErrors.length === 0) flow.status = "PUBLISHED";
  account.flows.push(flow);
  emulator.changed();
  return { id: flow.id, success: true, validation_errors: flow.validationErrors };
}

function checkDraft(flow: FlowRecord): void {
  if (flow.status !== "DRAFT") throw flowError("immutable");
}

/** `POST /{flow}`: name, categories, endpoint and connected app of a draft. */
export function updateFlow(
  emulator: EmulatorContext,
  account: Account,
  flow: FlowRecord,
  parameters: JsonObject,
): JsonObject {
  checkDraft(flow);
  const { name, categories, endpoint_uri: endpoint, application_id: application } = parameters;
  if (isGiven(endpoint) && hasEndpointInJson(flow)) throw flowError("endpointInJson");
  const changes: Partial<FlowRecord> = {
    ...(isGiven(name) ? { name: nameIn(account, name, flow) } : {}),
    ...(isGiven(categories) ? { categories: categoriesOf(categories) } : {}),
    ...(isGiven(endpoint) ? { endpointUri: endpointOf(endpoint) } : {}),
    ...(isGiven(application) ? { application: String(application) } : {}),
  };
  Object.assign(flow, changes, { updated: emulator.now() });
  emulator.changed();
  return { success: true };
}

/** An uploaded asset: the fields of the form. */
export interface AssetUpload {
  name: string | undefined;
  assetType: string | undefined;
  json: string;
}

/** `POST /{flow}/assets`: replaces the flow JSON of a draft, also by one with validation errors. */
export function uploadFlowJson(
  emulator: EmulatorContext,
  flow: FlowRecord,
  { name, assetType, json }: AssetUpload,
): JsonObject {
  if (name === undefined) throw missingParameter("name");
  if (name !== "flow.json") throw invalidParameter("Param name must be flow.json.");
  oneOf("FLOW_JSON")(assetType ?? "", "asset_type");
  checkDraft(flow);
  setJson(flow, json);
  flow.updated = emulator.now();
  emulator.changed();
  return { success: true, validation_errors: flow.validationErrors };
}

/**
 * What publishing requires, beyond a draft without validation errors. WhatsApp also checks the endpoint's health and
 * the business's public key; the emulator has neither.
 */
function checkPublishable({ state }: EmulatorContext, account: Account, flow: FlowRecord): void {
  if (flow.json === undefined) throw flowError("invalid");
  const { dataApiVersion, dataChannelUri } = flowJsonFacts(flow.json);
  if (dataApiVersion !== undefined) {
    if (hasEndpointInJson(flow)) {
      if (dataChannelUri === undefined) throw flowError("noDataChannel");
    } else if (flow.endpointUri === undefined) throw flowError("noEndpoint");
  }
  if (!state.phones.some(({ waba }) => waba === account.id)) throw flowError("noPhoneNumber");
}

/** `POST /{flow}/publish`. */
export function publishFlow(emulator: EmulatorContext, account: Account, flow: FlowRecord): JsonObject {
  if (flow.status !== "DRAFT") throw flowError("notDraft");
  if (flow.validationErrors.length > 0) throw flowError("invalid");
  checkPublishable(emulator, account, flow);
  flow.status = "PUBLISHED";
  emulator.changed();
  return { success: true };
}

/** `POST /{flow}/deprecate`: also of a flow that WhatsApp has throttled or blocked. */
export function deprecateFlow(emulator: EmulatorContext, flow: FlowRecord): JsonObject {
  if (flow.status === "DRAFT") throw flowError("unpublished");
  if (flow.status === "DEPRECATED") throw flowError("alreadyDeprecated");
  flow.status = "DEPRECATED";
  emulator.changed();
  return { success: true };
}

/** `DELETE /{flow}`: of a draft. */
export function deleteFlow(emulator: EmulatorContext, account: Account, flow: FlowRecord): JsonObject {
  if (flow.status !== "DRAFT") throw flowError("published");
  account.flows = account.flows.filter((other) => other !== flow);
  emulator.changed();
  return { success: true };
}
