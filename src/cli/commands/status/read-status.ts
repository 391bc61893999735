import { type AccountCall, type Connection, isGenerated, type UnreadableTemplate } from "../../../gateway/index.ts";
import { collectTemplates } from "../../account/collect-templates.ts";
import { pairTemplates } from "../../account/declared-templates.ts";
import type { Context } from "../../context.ts";
import type { Target } from "../../target/target.ts";
import { type ProfileStatus, profileStatus } from "./profile-status.ts";
import { type TemplateStatus, templateStatus } from "./template-status.ts";

/** How an account stands. */
export interface AccountStatus {
  waba: string;
  templates: TemplateStatus[];
  /** Templates of the account that are not shown, because the stack does not declare them. */
  hiddenTemplates: number;
  /** Templates that WhatsApp made itself (Direct Send): not shown. */
  generatedTemplates: number;
  /** Elements of the account's list that are no templates. */
  unreadable: UnreadableTemplate[];
  phones: ProfileStatus[];
  connections: Connection[];
  /** The id of the one that was used. */
  connection: string;
}

/** The one of `--phone`, the stack's, or all of the account. */
async function phonesOf({ gateway, stack, sources }: Target, account: AccountCall): Promise<string[]> {
  const { flags } = sources;
  if (flags.phone !== undefined) return [flags.phone];
  if (stack !== undefined) return stack.profiles.map(({ phone }) => phone);
  const phones: string[] = [];
  for await (const { id } of gateway.phoneNumbers.list({ ...account, fields: [] })) phones.push(id);
  return phones;
}

/** Reads an account: its templates, numbers with their profiles, and the key's connections. */
export async function readStatus(target: Target, all: boolean, context: Context): Promise<AccountStatus> {
  const { gateway, stack, signal } = target;
  const account = await target.account();
  const now = context.clock.now();
  const collected = await collectTemplates(gateway, account, {}, Number.POSITIVE_INFINITY, context);
  const { pairs, unmanaged } = pairTemplates(stack?.templates ?? [], collected.templates);
  // WhatsApp's own belong to no stack: they are counted, and need no attention.
  const foreign = unmanaged.filter((each) => !isGenerated(each));
  const shown = stack === undefined || all ? foreign : [];
  const phones: ProfileStatus[] = [];
  for (const phone of await phonesOf(target, account)) {
    const declared = stack?.profiles.find((profile) => profile.phone === phone);
    phones.push(await profileStatus(gateway, account, phone, declared));
  }
  return {
    waba: account.wabaId,
    templates: [
      ...pairs.map(({ declared, observed }) => templateStatus(declared, observed, now)),
      ...shown.map((observed) => templateStatus(undefined, observed, now)),
    ],
    hiddenTemplates: foreign.length - shown.length,
    generatedTemplates: unmanaged.length - foreign.length,
    unreadable: collected.unreadable,
    phones,
    connections: await gateway.connections.list({ signal }),
    connection: account.connection,
  };
}
