import { isObject, pointer } from "../../text/index.ts";
import { inWhatsAppOrder } from "../canonical/components.ts";
import { fieldOf } from "../canonical/fields.ts";
import { CARD_FIELDS, COMPONENT_FIELDS } from "../rules/shapes/known-fields.ts";
import { reconcileButton } from "./buttons.ts";
import type { Source } from "./pair.ts";
import { reconcileFields, reconcileList, reconcileSampled, reconcileValue } from "./reconcile.ts";
import { addedPart, ofParts, type Reconcile, removedPart } from "./reconciled.ts";
import { reconcileField } from "./unknown-fields.ts";

interface Placed {
  at: number;
  value: unknown;
}

/** Components, aligned by type: one that is gone is one change, and shifts nothing. */
export function reconcileComponents(source: Source): Reconcile {
  return (path, wanted, observed) => {
    if (!Array.isArray(wanted) || !Array.isArray(observed)) return reconcileValue(path, wanted, observed);
    const [mine, theirs] = [byType(wanted), byType(observed)];
    const parts = [...mine].map(([type, { at, value }]) => {
      const other = theirs.get(type);
      const here = pointer(path, at);
      return other === undefined ? removedPart(here, value) : reconcileComponent(source)(here, value, other.value);
    });
    const extra = [...theirs].filter(([type]) => !mine.has(type));
    const added = extra.map(([, { at, value }]) => addedPart(pointer(path, at), value));
    const all = [...parts, ...added];
    return ofParts(all, inWhatsAppOrder(all.map(({ value }) => value).filter((value) => value !== undefined)));
  };
}

/** By type; a second component of one type, which only an odd template has, is its second by place. */
function byType(components: readonly unknown[]): ReadonlyMap<string, Placed> {
  const counts = new Map<string, number>();
  return new Map(
    components.map((value, at) => {
      const type = JSON.stringify(fieldOf(value, "type") ?? null);
      const nth = counts.get(type) ?? 0;
      counts.set(type, nth + 1);
      return [`${nth} ${type}`, { at, value }];
    }),
  );
}

function reconcileComponent(source: Source): Reconcile {
  return (path, wanted, observed) => {
    if (!isObject(wanted) || !isObject(observed)) return reconcileValue(path, wanted, observed);
    const known = COMPONENT_FIELDS.get(wanted.type);
    return reconcileSampled(path, wanted, observed, ["format", "text"], (name) => {
      // Buttons and cards are parts that customers see, in a component of an unknown kind too.
      if (name === "buttons") return reconcileList(reconcileButton(source));
      if (name === "cards") return reconcileList(reconcileCard(source));
      return reconcileField(source, known, name);
    });
  };
}

function reconcileCard(source: Source): Reconcile {
  const ruleOf = (name: string) =>
    name === "components" ? reconcileComponents(source) : reconcileField(source, CARD_FIELDS, name);
  return (path, wanted, observed) =>
    isObject(wanted) && isObject(observed)
      ? reconcileFields(path, wanted, observed, ruleOf)
      : reconcileValue(path, wanted, observed);
}
