import type { PropertyBag } from "../property-bag.ts";

/**
 * The inputs of an Inventory resource. No diff shows keys that begin with `__`. Inputs marked transient never enter the state.
 */
export interface InventoryInputs {
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
  /** Declared, but not in the state at the start of this run, as in `__declared`. Transient. */
  __new?: string;
  /** This run applies what it declares: no preview. Transient. */
  __apply?: boolean;
}

// The program or our own handlers wrote these inputs.
export function inputsOf(bag: PropertyBag): InventoryInputs {
  return bag as unknown as InventoryInputs;
}
