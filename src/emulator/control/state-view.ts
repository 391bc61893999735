import type { JsonObject } from "../json.ts";
import type { Account, Connection, NameLock, UploadSession } from "../store/state.ts";
import type { World } from "../world.ts";

interface TemplateState extends JsonObject {
  id: string;
  /** Times of edits made while APPROVED, milliseconds. */
  edits: number[];
}

/** What the emulator holds, without session tokens. */
export interface EmulatorStateView {
  /** The emulator's time, milliseconds since the epoch, and how far it is ahead of the machine. */
  now: number;
  clockOffset: number;
  accounts: { id: string; fields: JsonObject; templates: TemplateState[]; locks: NameLock[] }[];
  phones: { id: string; waba: string; fields: JsonObject; profile: JsonObject }[];
  connections: Omit<Connection, "sessionToken">[];
  uploads: UploadSession[];
}

const accountState = ({ id, fields, templates, locks }: Account): EmulatorStateView["accounts"][number] => ({
  id,
  fields,
  templates: templates.map((template) => ({
    ...template.shown,
    ...template.asked,
    id: template.id,
    edits: template.edits,
  })),
  locks,
});

export const stateView = (world: World): EmulatorStateView => {
  const { accounts, phones, connections, uploads } = world.state;
  return structuredClone({
    now: world.now(),
    clockOffset: world.clock.offset,
    accounts: accounts.map(accountState),
    phones,
    connections: connections.map(({ sessionToken, ...rest }) => rest),
    uploads,
  });
};
