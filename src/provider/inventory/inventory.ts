import {
  allowedDeletes,
  type DeclaredIdentity,
  formatDated,
  keyOfIdentity,
  labelOfIdentity,
  parseDated,
  parseDeclared,
  parseRemoved,
  type RemovedIdentity,
} from "../../model/inventory.ts";
import type { CheckFailure, CheckResult, DiffResult } from "../define-resource.ts";
import { defineResource, type ResourceHandlers, STATE_VERSION } from "../define-resource.ts";
import { routeOf } from "../gateway-identity.ts";
import { type PropertyBag, urnOf } from "../property-bag.ts";
import type { Run } from "../run.ts";
import { type InventoryInputs, inputsOf } from "./inventory-inputs.ts";
import { history, LOCK_DAYS, lockedNames, withoutExisting } from "./locks.ts";
import { warnOfScale } from "./scale.ts";

/** Names listed in an error. */
const NAMES_IN_ERROR = 10;
/** Removed templates that get a warning of their own. */
const WARNINGS_OF_A_KIND = 50;

/** Compares the old list with the new one, in preview and in `up`: refuses too many deletions and warns about each. */
async function check(oldBag: PropertyBag, newBag: PropertyBag, run: Run): Promise<CheckResult> {
  const [olds, news] = [inputsOf(oldBag), inputsOf(newBag)];
  const declared = parseDeclared(news.__declared);
  const removed = removedIdentities(olds, news, declared);
  const deletions = removed.filter(({ retain }) => !retain);
  const managed = news.__managed ?? parseDeclared(olds.__declared).length;
  const guarded = parseDeclared(olds.__declared).filter(({ protect }) => protect === true);
  const isProtected = new Set(guarded.map((identity) => keyOfIdentity(olds.waba, identity)));
  for (const one of removed) if (isProtected.has(keyOfIdentity(one.waba, one))) one.protect = true;
  warnOfRemovals(removed, renames(olds, news, declared, deletions), newBag, run);
  const created = newIdentities(olds, news, declared);
  const edited = editedIdentities(olds, declared);
  warnOfScale({ managed, created: created.length, edited: edited.length, deleted: deletions.length }, run);
  const locked = lockedNames(olds, news, await withoutListed(created, news, run), run);
  const failures = [...tooMany(news.maxDeletes, deletions, managed), ...locked];
  const {
    __removed: _1,
    __managed: _2,
    __new: _3,
    __apply: isApply,
    __provider: _4,
    __scope: _5,
    ...inputs
  } = news as unknown as PropertyBag;
  run.isApply = isApply === true;
  const kept = { ...inputs, ...history(olds, news, declared, deletions, run.now()) };
  return failures.length > 0 ? { inputs: kept, failures } : { inputs: kept };
}

/** Declared, but not in the state; if the state could not be read, not declared by the run before. */
function newIdentities(
  olds: InventoryInputs,
  news: InventoryInputs,
  declared: readonly DeclaredIdentity[],
): readonly DeclaredIdentity[] {
  if (news.__new !== undefined) return parseDeclared(news.__new);
  const former = new Set(parseDeclared(olds.__declared).map((identity) => keyOfIdentity(olds.waba, identity)));
  return declared.filter((identity) => !former.has(keyOfIdentity(news.waba, identity)));
}

/** Without those that the account has, if this run has listed it: they are taken over, and no lock applies. */
async function withoutListed(
  created: readonly DeclaredIdentity[],
  { waba }: InventoryInputs,
  run: Run,
): Promise<readonly DeclaredIdentity[]> {
  const listed = await run.account(waba).listed();
  return listed === undefined
    ? created
    : created.filter(({ name, language }) => listed.find(name, language) === undefined);
}

/** Declared before with other content. */
function editedIdentities(olds: InventoryInputs, declared: readonly DeclaredIdentity[]): readonly DeclaredIdentity[] {
  const former = new Map(parseDeclared(olds.__declared).map((one) => [labelOfIdentity(one), one.digest]));
  return declared.filter((one) => (former.get(labelOfIdentity(one)) ?? one.digest) !== one.digest);
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
    const urn = urnOf(bag, "template", one.logicalName);
    const next = renamed.get(keyOfIdentity(one.waba, one));
    if (one.protect === true) {
      const text = `${label} is protected, so the engine refuses to remove it. Restore it in the stack file, set \`protect: false\` in it, run \`pulumi up\`, and remove it then; or run \`pulumi state unprotect '${urn}'\`.`;
      warnings.add("MYCO_W_PROTECTED", text, urn);
    } else if (one.retain) {
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
  const outputs = outputsOf(news, run);
  if (inputs.connection !== undefined) await run.connections.forWrite({ connection: inputs.connection });
  if (inputs.__default !== true) return outputs;
  const { connection: _, ...recorded } = routeOf(olds);
  return { ...outputs, resolvedConnection: await run.connections.forWrite(recorded) };
}

function outputsOf(bag: PropertyBag, { identity }: Run): PropertyBag {
  return { ...withoutProvider(bag), gateway: identity.origin, stateVersion: STATE_VERSION };
}

/** The Inventory of templates that were imported through this connection. */
export function importedInventory(
  bag: PropertyBag,
  connection: string,
  run: Run,
): { id: string; outputs: PropertyBag } {
  const outputs = outputsOf(bag, run);
  const usesDefault = inputsOf(bag).__default === true;
  return { id: INVENTORY_ID, outputs: usesDefault ? { ...outputs, resolvedConnection: connection } : outputs };
}

/** Every stack has one. */
const INVENTORY_ID = "inventory";

function withoutProvider({ __provider: _1, __scope: _2, ...bag }: PropertyBag): PropertyBag {
  return bag;
}

/** Reads the list of templates only for the names that the history calls locked. Records a move to another gateway that the user has accepted. */
async function read(outputs: PropertyBag, run: Run, id: string) {
  const { identity } = run;
  const { gateway: _1, resolvedConnection, stateVersion, ...recorded } = withoutProvider(outputs);
  const inputs = await withoutEndedLocks(recorded, run);
  const account = identity.isSame(outputs) && resolvedConnection !== undefined ? { resolvedConnection } : {};
  return { id, props: { ...inputs, ...account, gateway: identity.origin, stateVersion }, inputs };
}

/** The history without deletions whose template the account has again. If the account cannot be read, all of it. */
async function withoutEndedLocks(recorded: PropertyBag, run: Run): Promise<PropertyBag> {
  const { __deleted, ...others } = recorded;
  // A removal that is still pending here may have been carried out: `check` looks into the list.
  if (__deleted === undefined && recorded.__pending === undefined) return recorded;
  const snapshot = await run
    .account(inputsOf(recorded).waba)
    .snapshot(routeOf(recorded))
    .catch(() => undefined);
  if (snapshot === undefined || __deleted === undefined) return recorded;
  const deleted = withoutExisting(__deleted, (name, language) => snapshot.find(name, language) !== undefined);
  return deleted.size === 0 ? others : { ...others, __deleted: formatDated(deleted) };
}

/** The handlers of an Inventory resource: what one stack declares and deletes. Nothing in the account corresponds to it. */
export function inventoryHandlers(run: Run): ResourceHandlers {
  return defineResource(
    {
      label: () => "inventory",
      check,
      diff,
      create: async (inputs) => ({ id: INVENTORY_ID, outs: await settle({}, inputs, run) }),
      read,
      update: settle,
      delete: async () => {},
    },
    run,
  );
}
