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
} from "../../model/inventory.ts";
import { defineResource, type ResourceHandlers, STATE_VERSION } from "../define-resource.ts";
import type { CheckFailure, CheckResult, DiffResult } from "../handler-results.ts";
import { routeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { type PropertyBag, urnOf } from "../wire.ts";

/**
 * The inputs of an Inventory resource. Keys that begin with `__` are shown in no diff; the two that are marked so never enter the
 * state.
 */
interface InventoryInputs {
  waba: string;
  maxDeletes: number | string;
  /** How many templates are declared. */
  templates: number;
  /** The declared connection, when its id is known before the run. */
  connection?: string;
  /** Set when the templates and profiles go through the account's only ACTIVE connection. */
  __default?: true;
  __declared: string;
  /** Phone number ids of the declared profiles, and keys of the declared connections: a new one is a change, too. */
  __profiles?: string;
  __connections?: string;
  /** Removed and not yet certain to be deleted: `waba/name/language day`. */
  __pending?: string;
  /** Deleted within the last 30 days: WhatsApp locks the name. */
  __deleted?: string;
  /** What the state held at the start of this run and the file does not declare. Absent when the state could not be read. Transient. */
  __removed?: string;
  /** How many templates the state held at the start of this run. Transient. */
  __managed?: number;
}

/** How long WhatsApp locks the name of a deleted template, in days (facts: about 30). */
const LOCK_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How many names an error lists. */
const NAMES_IN_ERROR = 10;
/** How many removed templates get a warning of their own. */
const WARNINGS_OF_A_KIND = 50;

// The program, or our own handlers, wrote these bags.
function inputsOf(bag: PropertyBag): InventoryInputs {
  return bag as unknown as InventoryInputs;
}

/** The old list beside the new one: refuses too many deletions, and warns of each, in preview and in `up`. */
function check(oldBag: PropertyBag, newBag: PropertyBag, runtime: ProviderRuntime): CheckResult {
  const [olds, news] = [inputsOf(oldBag), inputsOf(newBag)];
  const declared = parseDeclared(news.__declared);
  const removed = removedIdentities(olds, news, declared);
  const deletions = removed.filter(({ retain }) => !retain);
  const managed = news.__managed ?? parseDeclared(olds.__declared).length;
  warnOfRemovals(removed, renames(olds, news, declared, deletions), newBag, runtime);
  const failures = tooMany(news.maxDeletes, deletions, managed);
  const { __removed: _1, __managed: _2, __provider: _3, __scope: _4, ...inputs } = news as unknown as PropertyBag;
  const kept = { ...inputs, ...history(olds, news, declared, deletions, runtime.now()) };
  return failures.length > 0 ? { inputs: kept, failures } : { inputs: kept };
}

/** Exactly what the state still holds; without a look at the state, all that an earlier run knew and this one does not declare. */
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
    const reason = `maxDeletes must be a whole number from 0 up, or a percentage such as "10%", not ${JSON.stringify(setting)}`;
    return [{ property: "maxDeletes", reason }];
  }
  if (deletions.length <= allowed) return [];
  const names = deletions.slice(0, NAMES_IN_ERROR).map(labelOfIdentity).join(", ");
  const more = deletions.length > NAMES_IN_ERROR ? `, and ${deletions.length - NAMES_IN_ERROR} more` : "";
  const counted = deletions.length === 1 ? "1 template" : `${deletions.length} templates`;
  return [
    {
      property: "maxDeletes",
      reason: `${counted} would be deleted, and settings.maxDeletes allows ${allowed}${String(setting).endsWith("%") ? ` of ${managed}` : ""}: ${names}${more}. Customers lose them, and WhatsApp locks each name for about ${LOCK_DAYS} days. Put them back into the stack file, raise settings.maxDeletes for this change, or keep them in the account (onRemove: retain, applied before they leave the file). [MYCO_DELETE_REFUSED]`,
    },
  ];
}

/** Deleted and new with equal content: a rename, which WhatsApp does not have. By the old name's key. */
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
  { warnings }: ProviderRuntime,
): void {
  for (const one of removed.slice(0, WARNINGS_OF_A_KIND)) {
    const label = labelOfIdentity(one);
    const urn = urnOf(bag, "Template", one.logicalName);
    const next = renamed.get(keyOfIdentity(one.waba, one));
    if (one.retain) {
      const text = `${label} leaves the stack and stays in the account, unmanaged (onRemove: retain).`;
      warnings.add("MYCO_W_UNMANAGED", text, urn);
    } else if (next !== undefined) {
      const text = `${label} becomes ${labelOfIdentity(next)}: WhatsApp cannot rename, so this is a new template, to be reviewed, and a deletion. Customers lose ${label}, and its name is locked for about ${LOCK_DAYS} days.`;
      warnings.add("MYCO_W_RENAME", text, urn);
    } else {
      const text = `${label} is deleted from the account: customers lose it, and its name is locked for about ${LOCK_DAYS} days.`;
      warnings.add("MYCO_W_DELETION", text, urn);
    }
  }
  const rest = removed.length - WARNINGS_OF_A_KIND;
  if (rest > 0) warnings.add("MYCO_W_DELETION", `and ${rest} more templates leave the stack.`);
}

/**
 * What is removed stays pending until it is certain to be deleted. A handler's delete that worked, or a read that found nothing,
 * takes the resource out of the state: what was pending and is in the state no more was deleted. Only that starts a lock.
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

/** What a user changed; what became of removed templates is no change of its own. */
const COMPARED = [
  "waba",
  "maxDeletes",
  "connection",
  "__default",
  "__declared",
  "__profiles",
  "__connections",
] as const;

/** Another gateway is a change as well, which `update` then refuses, or takes over when the user says so. */
function diff(olds: PropertyBag, news: PropertyBag, { identity }: ProviderRuntime): DiffResult {
  return identity.isSame(olds) && COMPARED.every((key) => olds[key] === news[key]) ? { changes: false } : {};
}

/**
 * Everything depends on this resource, so an `up` through another gateway, or with the key of another account, ends here, before
 * anything is created.
 */
async function settle(olds: PropertyBag, news: PropertyBag, runtime: ProviderRuntime): Promise<PropertyBag> {
  const inputs = inputsOf(news);
  const outputs = { ...withoutProvider(news), gateway: runtime.identity.origin, stateVersion: STATE_VERSION };
  if (inputs.connection !== undefined) await runtime.connections.forWrite({ connection: inputs.connection });
  if (inputs.__default !== true) return outputs;
  const { connection: _, ...recorded } = routeOf(olds);
  return { ...outputs, resolvedConnection: await runtime.connections.forWrite(recorded) };
}

function withoutProvider({ __provider: _1, __scope: _2, ...bag }: PropertyBag): PropertyBag {
  return bag;
}

/**
 * Nothing in the account is read: what the templates' own reads find leaves the state with them. A move to another gateway that the
 * user has accepted is noted.
 */
async function read(outputs: PropertyBag, { identity }: ProviderRuntime, id: string) {
  const { gateway: _1, resolvedConnection, stateVersion, ...inputs } = withoutProvider(outputs);
  const account = identity.isSame(outputs) && resolvedConnection !== undefined ? { resolvedConnection } : {};
  return { id, props: { ...inputs, ...account, gateway: identity.origin, stateVersion }, inputs };
}

/** The handlers of an Inventory resource: what one stack declares, and what it deletes. It is nothing in the account. */
export function inventoryHandlers(runtime: ProviderRuntime): ResourceHandlers {
  return defineResource(
    {
      label: () => "inventory",
      check,
      diff,
      create: async (inputs) => ({ id: "inventory", outs: await settle({}, inputs, runtime) }),
      read,
      update: settle,
      delete: async () => {},
    },
    runtime,
  );
}
