import { isGatewayError } from "../errors/gateway-error.ts";
import type { Call } from "../http/call.ts";
import { isJsonObject, listAt, objectAt, textAt } from "../http/json.ts";
import { multipartBody } from "../media/multipart.ts";
import { TRANSFER_DEADLINES } from "../options/defaults.ts";
import { checkedId } from "./ids.ts";
import { itemsOf } from "./paging.ts";
import { type AccountCall, type ProxyCall, proxyRequest, readSuccess } from "./proxy-request.ts";

/** What is wrong with a flow JSON. A flow with such errors cannot be published. Lines and columns start at 1. */
export interface FlowValidationError {
  /** `INVALID_PROPERTY_VALUE`, `MISSING_TERMINAL_SCREEN`, `INVALID_ROUTING_MODEL` … */
  error: string;
  message: string;
  /** `FLOW_JSON_ERROR`, `JSON_SCHEMA_ERROR` … */
  error_type?: string;
  line_start?: number;
  line_end?: number;
  column_start?: number;
  column_end?: number;
  /** Every place; `path` such as `screens[0].layout.children[0].type`. */
  pointers?: unknown;
  [field: string]: unknown;
}

/** A WhatsApp flow. Fields that were not requested, or are not set, are absent; unknown fields are kept. */
export interface WireFlow {
  /** Digits. */
  id: string;
  name: string;
  /** DRAFT, PUBLISHED, DEPRECATED; BLOCKED and THROTTLED by WhatsApp's monitoring; UNKNOWN if absent. */
  status: string;
  /** SIGN_UP, SIGN_IN, APPOINTMENT_BOOKING, LEAD_GENERATION, CONTACT_US, CUSTOMER_SUPPORT, SURVEY, OTHER. */
  categories?: string[];
  validation_errors?: FlowValidationError[];
  /** Version of the flow JSON. */
  json_version?: string;
  /** Only of flows with an endpoint. */
  data_api_version?: string;
  endpoint_uri?: string;
  /** A public page, valid for 30 days. */
  preview?: { preview_url?: string; expires_at?: string };
  /** `can_send_message`: AVAILABLE, LIMITED, BLOCKED. */
  health_status?: { can_send_message?: string; entities?: unknown };
  [field: string]: unknown;
}

/** The default fields. */
const FLOW_FIELDS = [
  "id",
  "name",
  "status",
  "categories",
  "validation_errors",
  "json_version",
  "data_api_version",
  "endpoint_uri",
] as const;

/** Calls on one flow. */
export interface FlowCall extends ProxyCall {
  /** Digits. */
  flowId: string;
}

interface Fields {
  /** Beyond id, name and status. Default: categories, validation errors, versions and endpoint. */
  fields?: readonly string[];
}

export type FlowListCall = AccountCall & Fields;

/** The body of a create call. */
export interface FlowCreateBody {
  /** Unique in the account; users do not see it. */
  name: string;
  /** At least one, unless the flow is a clone. */
  categories?: readonly string[];
  /** The flow JSON, as text. */
  flow_json?: string;
  /** Publishes the flow at once, if its JSON has no validation errors. Not reversible. */
  publish?: boolean;
  /** Id of a flow of the account to copy: the way to change a published one. */
  clone_flow_id?: string;
  /** Of the endpoint, from flow JSON 3.0 on. */
  endpoint_uri?: string;
  [field: string]: unknown;
}

export interface CreatedFlow {
  id: string;
  /** With errors, the flow is a draft also if it was to be published. */
  validationErrors: FlowValidationError[];
}

/** The fields of a draft that can change, besides its JSON. */
export interface FlowUpdateBody {
  name?: string;
  categories?: readonly string[];
  endpoint_uri?: string;
  /** Id of the Meta app to connect. */
  application_id?: string;
  [field: string]: unknown;
}

/** A file of a flow. */
export interface FlowAsset {
  /** `flow.json` */
  name: string;
  /** `FLOW_JSON` */
  asset_type: string;
  /** Signed, on WhatsApp's media host; valid for a short time, without a token. */
  download_url: string;
  [field: string]: unknown;
}

/**
 * WhatsApp flows: forms of one or more screens, which templates and messages open. A flow starts as a DRAFT, which can
 * change; PUBLISHED and DEPRECATED are not reversible, and a published flow cannot change: clone it.
 * Source: Meta's Flows API and Flows error codes (139000–139006), v21.0 and later. All calls count against the account's
 * management quota. All methods throw {@link GatewayError}; an unknown id and a missing permission have the same error:
 * 400, code 100, subcode 33.
 */
export interface Flows {
  /** All flows of the account, fetched page by page. */
  list(call: FlowListCall): AsyncGenerator<WireFlow, void, undefined>;
  get(call: FlowCall & Fields): Promise<WireFlow>;
  /** Not retried after an unclear failure (`ambiguous`): list by name first. A taken name is an error (code 100). */
  create(call: AccountCall & { body: FlowCreateBody }): Promise<CreatedFlow>;
  /** Changes name, categories, endpoint or app of a draft (otherwise code 139001). */
  update(call: FlowCall & { body: FlowUpdateBody }): Promise<void>;
  /** Replaces the JSON of a draft (otherwise code 139001): text of at most 10 MB. Returns what is wrong with it; it is saved all the same. */
  uploadJson(call: FlowCall & { json: string }): Promise<FlowValidationError[]>;
  /** The files of a flow: its JSON. */
  assets(call: FlowCall): Promise<FlowAsset[]>;
  /**
   * Publishes a draft without validation errors: not reversible. Code 139002 says what is missing (a phone number, an endpoint …).
   * Not retried after an unclear failure.
   */
  publish(call: FlowCall): Promise<void>;
  /** Ends a published flow: not reversible (code 139003 for a draft and for a deprecated one). Not retried after an unclear failure. */
  deprecate(call: FlowCall): Promise<void>;
  /** Deletes a draft (otherwise code 139004). A 404 is `absent`. */
  delete(call: FlowCall): Promise<"deleted" | "absent">;
}

export function flowsApi(call: Call): Flows {
  /** A call that changes one flow, on itself or on one of its edges. */
  const onFlow = (options: FlowCall, ...edge: readonly string[]) => ({
    segments: [checkedId("flow", options.flowId), ...edge],
    management: true,
  });

  return {
    list: (options) =>
      itemsOf(call, options, {
        what: "flows",
        segments: [checkedId("account", options.wabaId), "flows"],
        query: { fields: fieldsOf(options) },
        read: readFlow,
      }),
    get: (options) =>
      call(proxyRequest(options, { method: "GET", ...onFlow(options), query: { fields: fieldsOf(options) } }), (body) =>
        readFlow(body, "the answer"),
      ),
    create: (options) =>
      call(
        proxyRequest(options, {
          method: "POST",
          segments: [checkedId("account", options.wabaId), "flows"],
          json: options.body,
          management: true,
        }),
        (body) => ({
          id: textAt(objectAt(body, "the answer"), "id", "the answer"),
          validationErrors: readErrors(body),
        }),
      ),
    update: (options) =>
      call(
        proxyRequest(options, { method: "POST", ...onFlow(options), json: options.body, idempotent: true }),
        readSuccess,
      ),
    uploadJson: (options) => {
      const { contentType, ...bytes } = jsonForm(options.json);
      const request = proxyRequest(options, {
        method: "POST",
        ...onFlow(options, "assets"),
        headers: { "content-type": contentType },
        bytes,
        idempotent: true,
        deadlines: TRANSFER_DEADLINES,
      });
      return call(request, readErrors);
    },
    assets: (options) =>
      call(proxyRequest(options, { method: "GET", ...onFlow(options, "assets") }), (body) =>
        listAt(body, "data").map((value, index) => readAsset(value, `data[${index}]`)),
      ),
    publish: (options) => call(proxyRequest(options, { method: "POST", ...onFlow(options, "publish") }), readSuccess),
    deprecate: (options) =>
      call(proxyRequest(options, { method: "POST", ...onFlow(options, "deprecate") }), readSuccess),
    async delete(options) {
      try {
        await call(proxyRequest(options, { method: "DELETE", ...onFlow(options), idempotent: true }), readSuccess);
        return "deleted";
      } catch (error) {
        // Only WhatsApp's own 404: Maton's concerns the connection, and any other has no meaning.
        if (isGatewayError(error) && error.status === 404 && error.whatsapp !== undefined) return "absent";
        throw error;
      }
    },
  };
}

function fieldsOf({ fields = FLOW_FIELDS }: Fields): string {
  return [...new Set(["id", "name", "status", ...fields])].join(",");
}

/** The form of an upload. WhatsApp requires this name and type. */
function jsonForm(json: string) {
  const bytes = Buffer.from(json);
  return multipartBody(
    { name: "flow.json", asset_type: "FLOW_JSON" },
    {
      field: "file",
      fileName: "flow.json",
      mimeType: "application/json",
      size: bytes.length,
      async *chunks() {
        yield bytes;
      },
    },
  );
}

function readErrors(body: unknown): FlowValidationError[] {
  const { validation_errors: errors } = objectAt(body, "the answer");
  if (!Array.isArray(errors)) return [];
  return errors.filter(isJsonObject).map((error) => ({
    ...error,
    error: typeof error.error === "string" ? error.error : "UNKNOWN",
    message: typeof error.message === "string" ? error.message : "",
  }));
}

function readFlow(value: unknown, where: string): WireFlow {
  const flow = objectAt(value, where);
  const { status, validation_errors: errors } = flow;
  return {
    ...flow,
    id: textAt(flow, "id", where),
    name: textAt(flow, "name", where),
    status: typeof status === "string" && status !== "" ? status : "UNKNOWN",
    ...(errors === undefined ? {} : { validation_errors: readErrors(flow) }),
  };
}

function readAsset(value: unknown, where: string): FlowAsset {
  const asset = objectAt(value, where);
  return {
    ...asset,
    name: textAt(asset, "name", where),
    asset_type: textAt(asset, "asset_type", where),
    download_url: textAt(asset, "download_url", where),
  };
}
