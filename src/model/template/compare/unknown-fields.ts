import { isObject, quote } from "../../text/index.ts";
import type { KnownFields } from "../rules/shapes/known-fields.ts";
import type { TemplateReport } from "../types.ts";
import type { Source } from "./pair.ts";
import { reconcileFields, reconcileList, reconcileValue } from "./reconcile.ts";
import { isAbsent, type Reconcile, type Reconciled, withoutSamples } from "./reconciled.ts";

/** A field of an object in which only the `known` fields are known. */
export function reconcileField(source: Source, known: KnownFields | undefined, name: string): Reconcile {
  if (source === "declaration") return reconcileValue;
  return known?.has(name) ? reconcileInside(source, known.get(name)) : reconcileUnknown;
}

/**
 * A field that the model does not know. In a read, it is compared where both sides have it. One that only the account has is
 * WhatsApp's own addition, which an edit does not remove; one that only the declaration has cannot be read back, so it would
 * be edited on every run. Both are reports. A whole component or button of an unknown kind is no field: customers see it, so
 * it stays a change. Between two declarations, every field is compared.
 */
const reconcileUnknown: Reconcile = (path, wanted, observed) =>
  isAbsent(wanted) || isAbsent(observed)
    ? reported(path, wanted, observed)
    : reconcileInside("read", undefined)(path, wanted, observed);

/** A value in whose objects only the `known` fields are known. */
export function reconcileInside(source: Source, known: KnownFields | undefined): Reconcile {
  if (source === "declaration") return reconcileValue;
  const inside: Reconcile = (path, wanted, observed) => {
    if (isObject(wanted) && isObject(observed))
      return reconcileFields(path, wanted, observed, (name) => reconcileField(source, known, name));
    if (Array.isArray(wanted) && Array.isArray(observed)) return reconcileList(inside)(path, wanted, observed);
    return reconcileValue(path, wanted, observed);
  };
  return inside;
}

function reported(path: string, wanted: unknown, observed: unknown): Reconciled {
  return { changes: [], reports: [isAbsent(wanted) ? added(path, observed) : removed(path, wanted)], value: wanted };
}

function added(path: string, observed: unknown): TemplateReport {
  return {
    code: "unknown-field",
    path,
    kind: "added",
    observed: withoutSamples(observed),
    message: `The account has the field ${named(path)}, which is not declared and which Mycobot does not know. It is not compared.`,
  };
}

function removed(path: string, wanted: unknown): TemplateReport {
  return {
    code: "unknown-field",
    path,
    kind: "removed",
    wanted: withoutSamples(wanted),
    message: `The declared field ${named(path)}, which Mycobot does not know, is not in what the account returns. It is sent with an edit, and is not compared.`,
  };
}

function named(path: string): string {
  return quote(
    path
      .slice(path.lastIndexOf("/") + 1)
      .replaceAll("~1", "/")
      .replaceAll("~0", "~"),
  );
}
