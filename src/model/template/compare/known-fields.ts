import { z } from "zod";
import { isObject, quote } from "../../text/index.ts";
import { BUTTON_SHAPES, COMPONENT_SHAPES, templateBodyShape } from "../shape/template-shapes.ts";
import type { TemplateReport } from "../types.ts";
import {
  isAbsent,
  type Reconcile,
  type Reconciled,
  reconcileFields,
  reconcileList,
  reconcileValue,
  withoutSamples,
} from "./reconcile.ts";

/** Whether the observed template is a declaration, too, or was read from WhatsApp and so does not show everything. */
export type Source = "declaration" | "read";

/** The fields of an object that the shapes document, each with the fields of the objects inside it. */
export type KnownFields = ReadonlyMap<string, KnownFields | undefined>;

export const KNOWN_TEMPLATE_FIELDS: KnownFields | undefined = fieldsIn(templateBodyShape);

/** By component type. */
export const KNOWN_COMPONENT_FIELDS = fieldsByType(COMPONENT_SHAPES);

/** By button type. */
export const KNOWN_BUTTON_FIELDS = fieldsByType(BUTTON_SHAPES);

/** Of a card of a carousel. */
export const KNOWN_CARD_FIELDS: KnownFields | undefined = KNOWN_COMPONENT_FIELDS.get("CAROUSEL")?.get("cards");

function fieldsByType(shapes: Readonly<Record<string, z.ZodObject>>): ReadonlyMap<unknown, KnownFields | undefined> {
  return new Map(Object.entries(shapes).map(([type, shape]) => [type, fieldsIn(shape)]));
}

function fieldsIn(shape: z.core.$ZodType): KnownFields | undefined {
  if (shape instanceof z.ZodOptional) return fieldsIn(shape.unwrap());
  if (shape instanceof z.ZodArray) return fieldsIn(shape.element);
  if (shape instanceof z.ZodUnion) return shape.options.map(fieldsIn).find((fields) => fields !== undefined);
  if (!(shape instanceof z.ZodObject)) return undefined;
  return new Map(Object.entries<z.core.$ZodType>(shape.shape).map(([name, field]) => [name, fieldsIn(field)]));
}

/** A field of an object in which only the `known` fields are known. */
export function reconcileField(source: Source, known: KnownFields | undefined, name: string): Reconcile {
  if (source === "declaration") return reconcileValue;
  return known?.has(name) ? reconcileInside(source, known.get(name)) : reconcileUnknown;
}

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

/**
 * A field that the model does not know. In a read, it is compared where both sides have it. One that only the account has is
 * WhatsApp's own addition, which an edit does not remove; one that only the declaration has cannot be read back, so it would
 * be edited on every run. Both are reports. A whole component or button of an unknown kind is not a field: customers see it,
 * so it is a change. Between two declarations, every field is compared.
 */
const reconcileUnknown: Reconcile = (path, wanted, observed) =>
  isAbsent(wanted) || isAbsent(observed)
    ? reported(path, wanted, observed)
    : reconcileInside("read", undefined)(path, wanted, observed);

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
    message: `The account does not return the declared field ${named(path)}, which Mycobot does not know. It is sent with an edit and is not compared.`,
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
