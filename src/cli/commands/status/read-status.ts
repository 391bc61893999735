import { isMycobotError } from "../../../errors/index.ts";
import { isGenerated } from "../../../gateway/api/templates/wire-template.ts";
import type { AccountCall, Connection, Gateway, ProxyCall, UnreadableTemplate } from "../../../gateway/index.ts";
import { WHATSAPP_APP } from "../../../model/connection.ts";
import { compareProfiles } from "../../../model/profile/index.ts";
import { SAMPLE_TEMPLATE_NAMES } from "../../../model/template/index.ts";
import type { ProfileDeclaration } from "../../../stack/types.ts";
import { collectTemplates, pairTemplates, templateIdentity } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import {
  type RecordedConnection,
  type RecordedTemplate,
  recordedConnections,
  recordedTemplates,
} from "../../pulumi/recorded.ts";
import { type NoState, readStackState } from "../../pulumi/stack-state.ts";
import type { Scope } from "../../scope/scope.ts";
import { type ReplacedVersion, replacedVersionsOf } from "./replaced-versions.ts";
import { type TemplateStatus, templateStatus } from "./template-status.ts";

/** The status of an account. */
export interface AccountStatus {
  waba: string;
  templates: TemplateStatus[];
  /** Older versions that senders no longer get. */
  replaced: ReplacedVersion[];
  /** Number of templates not shown because the stack does not declare them. */
  hiddenTemplates: number;
  /** Number of templates that WhatsApp generated (Direct Send), which are not shown. */
  generatedTemplates: number;
  /** Elements of the account's list that cannot be read as templates. */
  unreadable: UnreadableTemplate[];
  phones: PhoneStatus[];
  connections: Connection[];
  /** Id of the connection that was used. */
  connection: string;
  /** Connections that Pulumi's state has and the key does not. */
  vanishedConnections: Pick<RecordedConnection, "key" | "id">[];
  /** Whether Pulumi's state was read; absent without a stack. */
  state?: { read: true } | { read: false; why: NoState; message: string };
}

/** What Pulumi's state says about the stack: nothing, if there is none. */
interface Recorded {
  templates: ReadonlyMap<string, RecordedTemplate>;
  connections: readonly RecordedConnection[];
  state?: NonNullable<AccountStatus["state"]>;
}

async function readRecorded({ stack, signal }: Scope, wabaId: string, { io }: Context): Promise<Recorded> {
  if (stack === undefined) return { templates: new Map(), connections: [] };
  const { state, why, message } = await readStackState({ stack, io, signal });
  if (why !== undefined) return { templates: new Map(), connections: [], state: { read: false, why, message } };
  return {
    templates: recordedTemplates(state, wabaId),
    connections: recordedConnections(state).filter(({ app }) => app === WHATSAPP_APP),
    state: { read: true },
  };
}

/** The phone number of `--phone`, those of the stack, or all of the account. */
async function phonesOf({ gateway, stack, sources }: Scope, account: AccountCall): Promise<string[]> {
  const { flags } = sources;
  if (flags.phone !== undefined) return [flags.phone];
  if (stack !== undefined) return stack.profiles.map(({ phone }) => phone);
  const phones: string[] = [];
  for await (const { id } of gateway.phoneNumbers.list({ ...account, fields: [] })) phones.push(id);
  return phones;
}

/** Reads the status of an account: templates, phone numbers with profiles, and the key's connections. */
export async function readStatus(scope: Scope, all: boolean, context: Context): Promise<AccountStatus> {
  const { gateway, stack, signal } = scope;
  const account = await scope.account();
  const now = context.clock.now();
  const [recorded, collected] = await Promise.all([
    readRecorded(scope, account.wabaId, context),
    collectTemplates(gateway, account, {}, Number.POSITIVE_INFINITY, context),
  ]);
  const { pairs, unmanaged } = pairTemplates(stack?.templates ?? [], collected.templates);
  // Generated templates belong to no stack: they are counted, and need no attention.
  const foreign = unmanaged.filter((each) => !isGenerated(each));
  const isWhole = stack === undefined || all;
  const shown = isWhole ? foreign : [];
  // Every account has WhatsApp's samples: they are not worth a line.
  const hidden = isWhole ? [] : foreign.filter(({ name }) => !SAMPLE_TEMPLATE_NAMES.includes(name));
  const phones: PhoneStatus[] = [];
  for (const phone of await phonesOf(scope, account)) {
    const declared = stack?.profiles.find((profile) => profile.phone === phone);
    phones.push(await phoneStatus(gateway, account, phone, declared));
  }
  const connections = await gateway.connections.list({ signal });
  const ids = new Set(connections.map((each) => each.connection_id));
  const { state } = recorded;
  return {
    waba: account.wabaId,
    templates: [
      ...pairs.map(({ declared, observed }) =>
        templateStatus({
          declared,
          observed,
          recorded: recorded.templates.get(templateIdentity(declared.body)),
          now,
        }),
      ),
      ...shown.map((observed) => templateStatus({ observed, now })),
    ],
    replaced: replacedVersionsOf(pairs, scope.sources.flags.stack),
    hiddenTemplates: hidden.length,
    generatedTemplates: unmanaged.length - foreign.length,
    unreadable: collected.unreadable,
    phones,
    connections,
    connection: account.connection,
    vanishedConnections: recorded.connections.filter(({ id }) => !ids.has(id)).map(({ key, id }) => ({ key, id })),
    ...(state === undefined ? {} : { state }),
  };
}

/** The status of a phone number and its profile, as shown by `status --json`. */
interface PhoneStatus {
  phone: string;
  number?: string;
  verifiedName?: string;
  quality?: string;
  /** WhatsApp's status, such as CONNECTED. */
  status?: string;
  /** Absent for a number that the stack does not declare. */
  profile?: "as declared" | "differs";
  /** Declared fields that differ in the account. */
  differing?: string[];
  attention: string[];
}

const PHONE_FIELDS = ["id", "display_phone_number", "verified_name", "quality_rating", "status"] as const;

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

async function readPhone(gateway: Gateway, call: ProxyCall, phone: string, declared: ProfileDeclaration | undefined) {
  const node = await gateway.phoneNumbers.get({ ...call, phoneNumberId: phone, fields: PHONE_FIELDS });
  const number = text(node.display_phone_number);
  const verifiedName = text(node.verified_name);
  const quality = text(node.quality_rating);
  const status = text(node.status);
  const found = {
    ...(number === undefined ? {} : { number }),
    ...(verifiedName === undefined ? {} : { verifiedName }),
    ...(quality === undefined || quality === "UNKNOWN" ? {} : { quality }),
    ...(status === undefined ? {} : { status }),
  };
  const low =
    quality === "RED"
      ? ["quality RED: recipients block or report its messages. Send less, and revise what is sent."]
      : [];
  const off =
    status === undefined || status === "CONNECTED" ? [] : [`the phone number is ${status}: WhatsApp Manager shows why`];
  if (declared === undefined) return { ...found, attention: [...low, ...off] };
  const observed = await gateway.businessProfile.get({ ...call, phoneNumberId: phone });
  const { equal, changes } = compareProfiles(declared.fields, observed);
  if (equal) return { ...found, profile: "as declared" as const, attention: [...low, ...off] };
  const differing: string[] = changes.map(({ field }) => field);
  const attention = [
    ...low,
    ...off,
    `the profile differs from the stack (${differing.join(", ")}): \`pulumi up --refresh\` applies the stack's`,
  ];
  return { ...found, profile: "differs" as const, differing, attention };
}

/** Reads a phone number. If that fails, the number needs attention; the command continues. */
async function phoneStatus(
  gateway: Gateway,
  call: ProxyCall,
  phone: string,
  declared: ProfileDeclaration | undefined,
): Promise<PhoneStatus> {
  try {
    return { phone, ...(await readPhone(gateway, call, phone, declared)) };
  } catch (error) {
    if (!isMycobotError(error) || error.code !== "MYCO_WHATSAPP_ERROR") throw error;
    return { phone, attention: [`cannot be read: ${error.message}`] };
  }
}
