import { createHash } from "node:crypto";
import { graphTime, PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { fieldArguments, fieldNames, type NodeFinder, type NodeShape, project } from "../graph/fields.ts";
import { readParameters } from "../graph/request.ts";
import type { RequestContext } from "../http-env.ts";
import { token } from "../ids.ts";
import { compact, type JsonObject } from "../json.ts";
import { EMULATED_APP, EMULATED_BUSINESS } from "../store/accounts.ts";
import { findFlow } from "../store/flows.ts";
import type { Account, FlowRecord } from "../store/state.ts";
import { flowError } from "./flow-error.ts";
import { flowJsonFacts } from "./flow-json.ts";
import { deleteFlow, updateFlow } from "./life-cycle.ts";

const DEFAULTS = ["id", "name", "status", "categories", "validation_errors"];

/**
 * Fields of a flow. `data_channel_uri` is the older name of `endpoint_uri`. Source: Flows API; Meta's API description;
 * `updated_at` is not published, but a client in use reads it with every flow.
 */
const FLOW_SHAPE: NodeShape = {
  type: "WhatsAppBusinessFlow",
  defaults: DEFAULTS,
  known: [
    ...DEFAULTS,
    "application",
    "data_api_version",
    "data_channel_uri",
    "endpoint_uri",
    "health_status",
    "json_version",
    "metric",
    "preview",
    "updated_at",
    "whatsapp_business_account",
  ],
};

function shownTime(time: number, asUnix: boolean): string | number {
  return asUnix ? Math.floor(time / PERIODS.SECOND) : graphTime(time);
}

const PREVIEW_LIFE = 30 * PERIODS.DAY;

/** The public preview: it keeps its URL until it expires, or until a read invalidates it. */
function previewOf(emulator: EmulatorContext, flow: FlowRecord, invalidate: boolean, asUnix: boolean): JsonObject {
  const now = emulator.now();
  if (flow.preview === undefined || invalidate || flow.preview.until <= now) {
    flow.preview = { token: token(36), until: now + PREVIEW_LIFE };
    emulator.changed();
  }
  const { token: signature, until } = flow.preview;
  return {
    preview_url: `https://business.facebook.com/wa/manage/flows/${flow.id}/preview/?token=${signature}`,
    expires_at: shownTime(until, asUnix),
  };
}

const HEALTH = { BLOCKED: "BLOCKED", DEPRECATED: "BLOCKED", THROTTLED: "LIMITED" } as const;

function healthOf(account: Account, flow: FlowRecord, phoneNumber: string | undefined): JsonObject {
  const state = flow.status === "DRAFT" || flow.status === "PUBLISHED" ? "AVAILABLE" : HEALTH[flow.status];
  const entity = (type: string, id: string, can = "AVAILABLE") => ({ entity_type: type, id, can_send_message: can });
  return {
    can_send_message: state,
    entities: [
      entity("FLOW", flow.id, state),
      ...(phoneNumber === undefined ? [] : [entity("PHONE_NUMBER", phoneNumber)]),
      entity("WABA", account.id),
      entity("BUSINESS", EMULATED_BUSINESS.id),
      entity("APP", flow.application),
    ],
  };
}

function applicationOf({ application: id }: FlowRecord): JsonObject {
  const link = `https://www.facebook.com/games/?app_id=${id}`;
  return id === EMULATED_APP.id ? { link, name: EMULATED_APP.name, id } : { link, id };
}

/** A flow with the named fields, or with its default ones. */
export function flowFields(
  emulator: EmulatorContext,
  account: Account,
  flow: FlowRecord,
  c: RequestContext,
): JsonObject {
  const { fields, date_format: format } = c.req.query();
  const names = fieldNames(fields);
  if (names?.includes("metric")) throw flowError("noMetrics");
  const { version, dataApiVersion, dataChannelUri } = flowJsonFacts(flow.json ?? "");
  const endpoint = flow.endpointUri ?? dataChannelUri;
  const { id, name, timezone_id, message_template_namespace } = account.fields;
  const invalidates = fieldArguments(fields, "preview").invalidate === "true";
  const phoneNumber = fieldArguments(fields, "health_status").phone_number;
  const node = compact({
    id: flow.id,
    name: flow.name,
    status: flow.status,
    categories: flow.categories,
    validation_errors: flow.validationErrors,
    json_version: version,
    data_api_version: dataApiVersion,
    endpoint_uri: endpoint,
    data_channel_uri: endpoint,
    preview: names?.includes("preview") ? previewOf(emulator, flow, invalidates, format === "U") : undefined,
    updated_at: shownTime(flow.updated, format === "U"),
    whatsapp_business_account: compact({ id, name, timezone_id, message_template_namespace }),
    application: applicationOf(flow),
    health_status: healthOf(account, flow, phoneNumber === undefined ? undefined : String(phoneNumber)),
  });
  return project(node, names, FLOW_SHAPE);
}

/** `GET`, `POST` and `DELETE /{flow}`. */
export const flowNode: NodeFinder = (emulator, id, c) => {
  const found = findFlow(emulator.state, id);
  if (found === undefined) return undefined;
  const { account, flow } = found;
  return {
    type: FLOW_SHAPE.type,
    get: () => flowFields(emulator, account, flow, c),
    post: async () => updateFlow(emulator, account, flow, await readParameters(c)),
    delete: () => deleteFlow(emulator, account, flow),
  };
};

const CDN = "https://scontent.xx.fbcdn.net";
const CDN_PATH = "/m1/v/t0.57323-24";
const CDN_LIFE = PERIODS.DAY;

function cdnName({ id, json = "" }: FlowRecord): string {
  return `An${createHash("sha512").update(`${id}:${json}`).digest("base64url")}`;
}

/** The assets of a flow: its JSON, at a signed URL that differs on every read; here, when direct calls are served. */
export function flowAssets(emulator: EmulatorContext, flow: FlowRecord): JsonObject[] {
  if (flow.json === undefined) return [];
  const host = emulator.options.direct ? emulator.origin : CDN;
  const expiry = Math.floor((emulator.now() + CDN_LIFE) / PERIODS.SECOND).toString(16);
  const query = `ccb=10-5&oh=00_Af${token(40)}&oe=${expiry.toUpperCase()}&_nc_sid=5a413f`;
  const url = `${host}${CDN_PATH}/${cdnName(flow)}?${query}`;
  return [{ name: "flow.json", asset_type: "FLOW_JSON", download_url: url }];
}

/** The media host's path of flow JSON. */
export const FLOW_JSON_PATH = `${CDN_PATH}/:file`;

/** The flow JSON at a download URL; undefined for an unknown file and an expired URL. */
export function downloadedFlowJson(
  { state, now }: { state: EmulatorContext["state"]; now: number },
  file: string,
  expiry: string | undefined,
): string | undefined {
  if (expiry === undefined || Number.parseInt(expiry, 16) * PERIODS.SECOND <= now) return undefined;
  return state.accounts.flatMap(({ flows }) => flows).find((flow) => cdnName(flow) === file)?.json;
}
