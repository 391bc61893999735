import { isObject } from "../../text/index.ts";
import { isSameNumber } from "./phone-numbers.ts";
import { READABLE_BUTTON_FIELDS, type Readable } from "./readable-fields.ts";
import { reconcileSampled, reconcileSet, reconcileValue, whereBothHaveIt } from "./reconcile.ts";
import { asWanted, different, type Reconcile } from "./reconciled.ts";
import type { Source } from "./source.ts";

/** A button against the one at the same place; two types are one change, not one per field. */
export function reconcileButton(source: Source): Reconcile {
  return (path, wanted, observed) => {
    if (!isObject(wanted) || !isObject(observed)) return reconcileValue(path, wanted, observed);
    if (wanted.type !== observed.type) return different(path, wanted, observed);
    const readable = source === "read" ? READABLE_BUTTON_FIELDS.get(wanted.type) : undefined;
    return reconcileSampled(path, wanted, observed, ["url"], (name) =>
      asReadable(readable?.get(name), ruleOf(name, source)),
    );
  };
}

function ruleOf(name: string, source: Source): Reconcile {
  if (name === "supported_apps") return reconcileSet;
  return name === "phone_number" && source === "read" ? reconcileReadNumber : reconcileValue;
}

function asReadable(readable: Readable | undefined, rule: Reconcile): Reconcile {
  if (readable === undefined) return rule;
  return readable === "never" ? asWanted : whereBothHaveIt(rule);
}

const reconcileReadNumber: Reconcile = (path, wanted, observed) => {
  const same = typeof wanted === "string" && typeof observed === "string" && isSameNumber(wanted, observed);
  return (same ? asWanted : reconcileValue)(path, wanted, observed);
};
