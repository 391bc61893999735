import { isMycobotError } from "../../../errors/index.ts";
import { isGenerated } from "../../../gateway/api/templates/wire-template.ts";
import type {
  Connection,
  ProxyCall,
  UnreadableTemplate,
  WireBusinessProfile,
  WireTemplate,
} from "../../../gateway/index.ts";
import { collectTemplates } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import { resolvedConnection } from "../../scope/connection.ts";
import { requireWaba } from "../../scope/ids.ts";
import type { Scope } from "../../scope/scope.ts";

/** A phone number's profile, or why it cannot be read. */
export type ReadProfile = { phone: string } & ({ profile: WireBusinessProfile } | { problem: string });

/** What an account has. */
export interface AdoptableAccount {
  waba: string;
  connection: Connection;
  /** One per name and language, without generated and deleted ones. */
  templates: WireTemplate[];
  /** Number of templates that WhatsApp generated (Direct Send). */
  generated: number;
  unreadable: UnreadableTemplate[];
  profiles: ReadProfile[];
}

/** Reads connection, templates and profiles. `phones`: the phone number ids; by default all of the account. */
export async function readAccount(
  scope: Scope,
  phones: readonly string[] | undefined,
  context: Context,
): Promise<AdoptableAccount> {
  const { gateway, signal } = scope;
  const waba = requireWaba(scope.sources);
  const connection = await readConnection(scope, context);
  const call: ProxyCall = { connection: connection.connection_id, signal };
  const listed = await collectTemplates(gateway, { ...call, wabaId: waba }, {}, Number.POSITIVE_INFINITY, context);
  const present = listed.templates.filter(({ status }) => status !== "DELETED");
  const own = present.filter((template) => !isGenerated(template));
  const ids = phones ?? (await phonesOf(scope, { ...call, wabaId: waba }));
  const profiles: ReadProfile[] = [];
  for (const phone of ids) profiles.push(await readProfile(scope, call, phone));
  return {
    waba,
    connection,
    templates: [...new Map(own.map((template) => [`${template.name}/${template.language}`, template])).values()],
    generated: present.length - own.length,
    unreadable: listed.unreadable,
    profiles,
  };
}

/** The connection to use, with one request, unless the state of the stack has to name it. */
async function readConnection({ gateway, sources, signal }: Scope, context: Context): Promise<Connection> {
  let listed: readonly Connection[] = [];
  const { id: connectionId } = await resolvedConnection(sources, context, async () => {
    listed = await gateway.connections.list({ signal });
    return listed;
  });
  const found = listed.find((connection) => connection.connection_id === connectionId);
  return found ?? gateway.connections.get({ connectionId, signal });
}

async function phonesOf({ gateway }: Scope, account: ProxyCall & { wabaId: string }): Promise<string[]> {
  const phones: string[] = [];
  for await (const { id } of gateway.phoneNumbers.list({ ...account, fields: [] })) phones.push(id);
  return phones;
}

/** A number that cannot be read does not stop the others. */
async function readProfile({ gateway }: Scope, call: ProxyCall, phone: string): Promise<ReadProfile> {
  try {
    return { phone, profile: await gateway.businessProfile.get({ ...call, phoneNumberId: phone }) };
  } catch (error) {
    if (!isMycobotError(error) || error.code !== "MYCO_WHATSAPP_ERROR") throw error;
    return { phone, problem: error.message };
  }
}
