import {
  type DatedIdentities,
  type DeclaredIdentity,
  formatDated,
  keyOfIdentity,
  labelOfIdentity,
  parseDated,
  type RemovedIdentity,
} from "../../model/inventory.ts";
import { nextVersion } from "../../model/template/index.ts";
import type { CheckFailure } from "../define-resource.ts";
import type { Run } from "../run.ts";
import type { InventoryInputs } from "./inventory-inputs.ts";

/** How long WhatsApp locks the name of a deleted template, in days. Source: Meta, delete a template. */
export const LOCK_DAYS = 30;
/** How long the lock is certain: some reports say 4 weeks. */
const CERTAIN_LOCK_DAYS = 28;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A removal is pending until the deletion is confirmed: a delete that succeeds, or a read that finds nothing, removes the resource
 * from the state. A pending removal that is no longer in the state was deleted, and only that starts a lock.
 */
export function history(
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

/**
 * New templates under names that this stack has deleted: WhatsApp refuses them until the lock ends. In the preview they are errors
 * while the lock is certain, and warnings after that.
 */
export function lockedNames(
  olds: InventoryInputs,
  news: InventoryInputs,
  created: readonly DeclaredIdentity[],
  run: Run,
): CheckFailure[] {
  const now = run.now();
  const deletedOn = new Map([...parseDated(olds.__deleted), ...parseDated(olds.__pending)]);
  return created.flatMap((identity) => {
    const day = deletedOn.get(keyOfIdentity(news.waba, identity));
    if (day === undefined) return [];
    const age = (now.getTime() - Date.parse(day)) / DAY_MS;
    const label = labelOfIdentity(identity);
    if (age < CERTAIN_LOCK_DAYS) return [{ property: "templates", reason: refusalOf(identity, day) }];
    if (age < LOCK_DAYS) {
      const text = `${label} was deleted on ${day}: WhatsApp locks a name for about ${LOCK_DAYS} days and may still refuse it.`;
      run.warnings.add("MYCO_W_LOCKED", text);
    }
    return [];
  });
}

function refusalOf(identity: DeclaredIdentity, day: string): string {
  const free = new Date(Date.parse(day) + LOCK_DAYS * DAY_MS).toISOString().slice(0, 10);
  return `${labelOfIdentity(identity)} was deleted on ${day}, and WhatsApp locks the name ${identity.name} in ${identity.language} for about ${LOCK_DAYS} days, until ${free}. Declare a new version (version: ${nextVersion(identity.name)}), use another name, or wait. If the template exists in the account again, run once with --refresh. [MYCO_TEMPLATE_LOCKED]`;
}

/** The deletions in the history without those whose template `exists` in the account again. */
export function withoutExisting(
  deleted: unknown,
  exists: (name: string, language: string) => boolean,
): DatedIdentities {
  return new Map(
    [...parseDated(deleted)].filter(([key]) => {
      const [, name = "", language = ""] = key.split("/");
      return !exists(name, language);
    }),
  );
}
