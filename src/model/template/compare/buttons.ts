import { isObject } from "../../text/index.ts";
import { BUTTON_FIELDS, type KnownFields } from "../rules/shapes/known-fields.ts";
import type { Source } from "./pair.ts";
import { isSameNumber } from "./phone-numbers.ts";
import { READABLE_BUTTON_FIELDS, type Readable } from "./readable-fields.ts";
import { reconcileSampled, reconcileSet, reconcileValue, whereBothHaveIt } from "./reconcile.ts";
import { asWanted, different, type Reconcile } from "./reconciled.ts";
import { reconcileField, reconcileInside } from "./unknown-fields.ts";

/** A button against the one at the same place; two types are one change, not one per field. */
export function reconcileButton(source: Source): Reconcile {
  return (path, wanted, observed) => {
    if (!isObject(wanted) || !isObject(observed)) return reconcileValue(path, wanted, observed);
    if (wanted.type !== observed.type) return different(path, wanted, observed);
    const known = BUTTON_FIELDS.get(wanted.type);
    const readable = source === "read" ? READABLE_BUTTON_FIELDS.get(wanted.type) : undefined;
    return reconcileSampled(path, wanted, observed, ["url"], (name) =>
      asReadable(readable?.get(name), ruleOf(name, source, known)),
    );
  };
}

function ruleOf(name: string, source: Source, known: KnownFields | undefined): Reconcile {
  if (name === "phone_number" && source === "read") return reconcileReadNumber;
  if (name === "supported_apps") return reconcileSet(reconcileInside(source, known?.get(name)));
  return reconcileField(source, known, name);
}

function asReadable(readable: Readable | undefined, rule: Reconcile): Reconcile {
  if (readable === undefined) return rule;
  return readable === "never" ? asWanted : whereBothHaveIt(rule);
}

const reconcileReadNumber: Reconcile = (path, wanted, observed) => {
  const same = typeof wanted === "string" && typeof observed === "string" && isSameNumber(wanted, observed);
  return (same ? asWanted : reconcileValue)(path, wanted, observed);
};
