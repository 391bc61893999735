import {
  allowedDeletes,
  type DatedIdentities,
  type DeclaredIdentity,
  formatDated,
  keyOfIdentity,
  labelOfIdentity,
  parseDated,
  parseDeclared,
  parseRemoved,
  type RemovedIdentity,
} from "../model/inventory.ts";
import type { CheckFailure, CheckResult, DiffResult } from "./define-resource.ts";
import { defineResource, type ResourceHandlers, STATE_VERSION } from "./define-resource.ts";
import { routeOf } from "./gateway-identity.ts";
import { type PropertyBag, urnOf } from "./property-bag.ts";
import type { Run } from "./run.ts";

/**
 * The inputs of an Inventory resource. No diff shows keys that begin with `__`. Inputs marked transient never enter the state.
 */
interface InventoryInputs {
  waba: string;
  maxDeletes: number | string;
  /** How many templates are declared. */
  templates: number;
  /** The declared connection, if its id is known before the run. */
  connection?: string;
  /** Set if templates and profiles use the account's only ACTIVE connection. */
  __default?: true;
  __declared: string;
  /** Phone number ids of declared profiles and keys of declared connections: a new one is a change. */
  __profiles?: string;
  __connections?: string;
  /** Removed, deletion not yet confirmed: `waba/name/language day`. */
  __pending?: string;
  /** Deletion confirmed within {@link LOCK_DAYS}: WhatsApp locks the name. */
  __deleted?: string;
  /** In the state at the start of this run, but not declared. Absent if the state could not be read. Transient. */
  __removed?: string;
  /** Number of templates in the state at the start of this run. Transient. */
  __managed?: number;
}

/** How long WhatsApp locks the name of a deleted template, in days. Source: Meta, delete a template. */
const LOCK_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Names listed in an error. */
const NAMES_IN_ERROR = 10;
/** Removed templates that get a warning of their own. */
const WARNINGS_OF_A_KIND = 50;

// The program or our own handlers wrote these inputs.
function inputsOf(bag: PropertyBag): InventoryInputs {
  return bag as unknown as InventoryInputs;
}

/** Compares the old list with the new one, in preview and in `up`: refuses too many deletions and warns about each. */
function check(oldBag: PropertyBag, newBag: PropertyBag, run: Run): CheckResult {
  const [olds, news] = [inputsOf(oldBag), inputsOf(newBag)];
  const declared = parseDeclared(news.__declared);
  const removed = removedIdentities(olds, news, declared);
  const deletions = removed.filter(({ retain }) => !retain);
  const managed = news.__managed ?? parseDeclared(olds.__declared).length;
  warnOfRemovals(removed, renames(olds, news, declared, deletions), newBag, run);
  const failures = tooMany(news.maxDeletes, deletions, managed);
  const { __removed: _1, __managed: _2, __provider: _3, __scope: _4, ...inputs } = news as unknown as PropertyBag;
  const kept = { ...inputs, ...history(olds, news, declared, deletions, run.now()) };
  return failures.length > 0 ? { inputs: kept, failures } : { inputs: kept };
}

/** What the state still contains; if the state could not be read, what an earlier run declared and this one does not. */
function removedIdentities(
  olds: InventoryInputs,
  news: InventoryInputs,
  declared: readonly DeclaredIdentity[],
): RemovedIdentity[] {
  if (news.__removed !== undefined) return parseRemoved(news.__removed);
  const known = new Set(declared.map((identity) => keyOfIdentity(news.waba, identity)));
  const former = parseDeclared(olds.__declared).map(
    (identity): RemovedIdentity => ({ ...identity, waba: olds.waba, logicalName: labelOfIdentity(identity) }),
  );
  const pending = [...parseDated(olds.__pending).keys()].map((key): RemovedIdentity => {
    const [waba = "", name = "", language = ""] = key.split("/");
    return { waba, name, language, digest: "", retain: false, logicalName: `${name}/${language}` };
  });
  const all = new Map([...pending, ...former].map((identity) => [keyOfIdentity(identity.waba, identity), identity]));
  return [...all].filter(([key]) => !known.has(key)).map(([, identity]) => identity);
}

function tooMany(setting: unknown, deletions: readonly RemovedIdentity[], managed: number): CheckFailure[] {
  const allowed = allowedDeletes(setting, managed);
  if (allowed === undefined) {
    const reason = `maxDeletes must be a whole number of at least 0, or a percentage such as "10%", not ${JSON.stringify(setting)}`;
    return [{ property: "maxDeletes", reason }];
  }
  if (deletions.length <= allowed) return [];
  const names = deletions.slice(0, NAMES_IN_ERROR).map(labelOfIdentity).join(", ");
  const more = deletions.length > NAMES_IN_ERROR ? `, and ${deletions.length - NAMES_IN_ERROR} more` : "";
  const counted = deletions.length === 1 ? "1 template" : `${deletions.length} templates`;
  return [
    {
      property: "maxDeletes",
      reason: `${counted} would be deleted, but settings.maxDeletes allows ${allowed}${String(setting).endsWith("%") ? ` of ${managed}` : ""}: ${names}${more}. Customers would no longer receive them, and WhatsApp locks each name for about ${LOCK_DAYS} days. Restore them in the stack file, raise settings.maxDeletes for this change, or keep them in the account (apply onRemove: retain before you remove them). [MYCO_DELETE_REFUSED]`,
    },
  ];
}

/** Renames, by the key of the old name: a deletion and a new template with equal content. WhatsApp has no rename. */
function renames(
  olds: InventoryInputs,
  news: InventoryInputs,
  declared: readonly DeclaredIdentity[],
  deletions: readonly RemovedIdentity[],
): Map<string, DeclaredIdentity> {
  const former = new Set(parseDeclared(olds.__declared).map((identity) => keyOfIdentity(olds.waba, identity)));
  if (former.size === 0) return new Map();
  const fresh = new Map(
    declared
      .filter((identity) => !former.has(keyOfIdentity(news.waba, identity)))
      .map((identity) => [`${identity.language} ${identity.digest}`, identity]),
  );
  return new Map(
    deletions.flatMap((gone) => {
      const next = fresh.get(`${gone.language} ${gone.digest}`);
      return next === undefined ? [] : [[keyOfIdentity(gone.waba, gone), next] as const];
    }),
  );
}

function warnOfRemovals(
  removed: readonly RemovedIdentity[],
  renamed: ReadonlyMap<string, DeclaredIdentity>,
  bag: PropertyBag,
  { warnings }: Run,
): void {
  for (const one of removed.slice(0, WARNINGS_OF_A_KIND)) {
    const label = labelOfIdentity(one);
    const urn = urnOf(bag, "Template", one.logicalName);
    const next = renamed.get(keyOfIdentity(one.waba, one));
    if (one.retain) {
      const text = `${label} is removed from the stack and stays in the account, unmanaged (onRemove: retain).`;
      warnings.add("MYCO_W_UNMANAGED", text, urn);
    } else if (next !== undefined) {
      const text = `${label} becomes ${labelOfIdentity(next)}: WhatsApp cannot rename a template, so a new one is submitted for review and ${label} is deleted. Its name is locked for about ${LOCK_DAYS} days.`;
      warnings.add("MYCO_W_RENAME", text, urn);
    } else {
      const text = `${label} is deleted from the account: it can no longer be sent, and its name is locked for about ${LOCK_DAYS} days.`;
      warnings.add("MYCO_W_DELETION", text, urn);
    }
  }
  const rest = removed.length - WARNINGS_OF_A_KIND;
  if (rest > 0) warnings.add("MYCO_W_DELETION", `${rest} more templates are removed from the stack.`);
}

/**
 * A removal is pending until the deletion is confirmed: a delete that succeeds, or a read that finds nothing, removes the resource
 * from the state. A pending removal that is no longer in the state was deleted, and only that starts a lock.
 */
function history(
  olds: InventoryInputs,
  news: InventoryInputs,
  declared: readonly DeclaredIdentity[],
  deletions: readonly RemovedIdentity[],
  now: Date,
): Pick<InventoryInputs, "__pending" | "__deleted"> {
  const today = now.toISOString().slice(0, 10);
  const present = new Set(declared.map((identity) => keyOfIdentity(news.waba, identity)));
  const before = parseDated(olds.__pending);
  const pending: DatedIdentities = new Map(
    deletions.map((one) => keyOfIdentity(one.waba, one)).map((key) => [key, before.get(key) ?? today]),
  );
  const confirmed = [...before].filter(([key]) => news.__removed !== undefined && !pending.has(key));
  const deleted: DatedIdentities = new Map(
    [...parseDated(olds.__deleted), ...confirmed].filter(
      ([key, day]) => !present.has(key) && now.getTime() - Date.parse(day) < LOCK_DAYS * DAY_MS,
    ),
  );
  return {
    ...(pending.size > 0 ? { __pending: formatDated(pending) } : {}),
    ...(deleted.size > 0 ? { __deleted: formatDated(deleted) } : {}),
  };
}

/** Inputs that a user changes. The progress of removals is not a change. */
const COMPARED = [
  "waba",
  "maxDeletes",
  "connection",
  "__default",
  "__declared",
  "__profiles",
  "__connections",
] as const;

/** Another gateway is a change, too: `update` then refuses it, or accepts it if the user does. */
function diff(olds: PropertyBag, news: PropertyBag, { identity }: Run): DiffResult {
  return identity.isSame(olds) && COMPARED.every((key) => olds[key] === news[key]) ? { changes: false } : {};
}

/**
 * Everything depends on this resource, so an `up` through another gateway, or with the key of another account, fails here before
 * anything is created.
 */
async function settle(olds: PropertyBag, news: PropertyBag, run: Run): Promise<PropertyBag> {
  const inputs = inputsOf(news);
  const outputs = { ...withoutProvider(news), gateway: run.identity.origin, stateVersion: STATE_VERSION };
  if (inputs.connection !== undefined) await run.connections.forWrite({ connection: inputs.connection });
  if (inputs.__default !== true) return outputs;
  const { connection: _, ...recorded } = routeOf(olds);
  return { ...outputs, resolvedConnection: await run.connections.forWrite(recorded) };
}

function withoutProvider({ __provider: _1, __scope: _2, ...bag }: PropertyBag): PropertyBag {
  return bag;
}

/** Reads nothing from the account: the templates' own reads do. Records a move to another gateway that the user has accepted. */
async function read(outputs: PropertyBag, { identity }: Run, id: string) {
  const { gateway: _1, resolvedConnection, stateVersion, ...inputs } = withoutProvider(outputs);
  const account = identity.isSame(outputs) && resolvedConnection !== undefined ? { resolvedConnection } : {};
  return { id, props: { ...inputs, ...account, gateway: identity.origin, stateVersion }, inputs };
}

/** The handlers of an Inventory resource: what one stack declares and deletes. Nothing in the account corresponds to it. */
export function inventoryHandlers(run: Run): ResourceHandlers {
  return defineResource(
    {
      label: () => "inventory",
      check,
      diff,
      create: async (inputs) => ({ id: "inventory", outs: await settle({}, inputs, run) }),
      read,
      update: settle,
      delete: async () => {},
    },
    run,
  );
}
