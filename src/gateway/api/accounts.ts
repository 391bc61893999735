import type { Call } from "../http/call.ts";
import { isJsonObject, objectAt, ShapeError, textAt } from "../http/json.ts";
import { type AccountAnalytics, accountAnalytics } from "./analytics.ts";
import { checkedId } from "./ids.ts";
import { itemsOf } from "./paging.ts";
import { type AccountCall, proxyRequest } from "./proxy-request.ts";

/** A WhatsApp Business account. Fields that were not requested, or are not set, are absent; unknown fields are kept. */
export interface WireAccount {
  /** Digits. */
  id: string;
  name?: string;
  /** A number of Meta's list of time zones: `1`. */
  timezone_id?: string;
  message_template_namespace?: string;
  currency?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** APPROVED, PENDING, REJECTED. */
  account_review_status?: string;
  /** `verified`, `not_verified` …; Meta's description has capitals. */
  business_verification_status?: string;
  ownership_type?: string;
  /** The Meta business that owns the account. */
  owner_business_info?: { id?: string; name?: string };
  /** Whether template analytics are enabled. */
  is_enabled_for_insights?: boolean;
  status?: string;
  [field: string]: unknown;
}

const ACCOUNT_FIELDS = [
  "id",
  "name",
  "timezone_id",
  "message_template_namespace",
  "currency",
  "country",
  "account_review_status",
  "business_verification_status",
  "ownership_type",
  "owner_business_info",
  "is_enabled_for_insights",
  "status",
] as const;

/** The settings of an account. */
export interface AccountUpdateBody {
  /** 1–100 characters. */
  name?: string;
  timezone_id?: string;
  /** Enables template analytics. Not reversible: `false` is an error (code 200006) from then on. */
  is_enabled_for_insights?: boolean;
  [field: string]: unknown;
}

/** A person or system user with access to an account. */
export interface AssignedUser {
  id: string;
  name?: string;
  /** BUSINESS_USER, SYSTEM_USER. */
  user_type?: string;
  business?: { id?: string; name?: string };
  /** MANAGE, DEVELOP, MANAGE_TEMPLATES, VIEW_COST, FULL_CONTROL … */
  tasks?: string[];
  [field: string]: unknown;
}

export interface AssignedUsersCall extends AccountCall {
  /** Id of the Meta business that owns the account or has access to it: `owner_business_info` of the account. */
  businessId: string;
  /** Beyond `id`. Default: name, user_type. */
  fields?: readonly string[];
}

/**
 * WhatsApp Business accounts. Source: Meta's account reference, and its API description v23.0. All calls count against
 * the account's management quota. All methods throw {@link GatewayError}; an unknown id and a missing permission have the
 * same error: 400, code 100, subcode 33.
 */
export interface Accounts {
  /** An unknown field is an error (code 100). Default fields: those of {@link WireAccount}. */
  get(call: AccountCall & { fields?: readonly string[] }): Promise<WireAccount>;
  update(call: AccountCall & { body: AccountUpdateBody }): Promise<void>;
  /** All users, fetched page by page. */
  assignedUsers(call: AssignedUsersCall): AsyncGenerator<AssignedUser, void, undefined>;
  analytics: AccountAnalytics;
}

export function accountsApi(call: Call): Accounts {
  return {
    get: ({ fields = ACCOUNT_FIELDS, ...options }) =>
      call(
        proxyRequest(options, {
          method: "GET",
          segments: [checkedId("account", options.wabaId)],
          query: { fields: [...new Set(["id", ...fields])].join(",") },
          management: true,
        }),
        (body) => {
          const account = objectAt(body, "the answer");
          return { ...account, id: textAt(account, "id", "the answer") };
        },
      ),
    update: (options) =>
      call(
        proxyRequest(options, {
          method: "POST",
          segments: [checkedId("account", options.wabaId)],
          json: options.body,
          idempotent: true,
          management: true,
        }),
        readUpdated,
      ),
    assignedUsers: ({ fields = ["name", "user_type"], ...options }) =>
      itemsOf(call, options, {
        what: "users",
        segments: [checkedId("account", options.wabaId), "assigned_users"],
        query: {
          business: checkedId("business", options.businessId),
          fields: [...new Set(["id", ...fields])].join(","),
        },
        read: readUser,
      }),
    analytics: accountAnalytics(call),
  };
}

/** `{"success": true}`, or for `is_enabled_for_insights` the id of the account. */
function readUpdated(body: unknown): void {
  const { success, id } = objectAt(body, "the answer");
  if (success !== true && id === undefined) throw new ShapeError('without "success": true or an id');
}

function readUser(value: unknown, where: string): AssignedUser {
  const user = objectAt(value, where);
  const { business, ...rest } = user;
  return { ...rest, ...(isJsonObject(business) ? { business } : {}), id: textAt(user, "id", where) };
}
