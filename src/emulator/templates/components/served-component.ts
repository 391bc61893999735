import type { Switches } from "../../faults/schema.ts";
import { decoded, type JsonObject } from "../../json.ts";
import type { ParameterFormat } from "../../tables/templates.ts";
import { refusal } from "../refusals.ts";

/** What the rules and the reads of components depend on, apart from the components. */
export interface TemplateContext {
  category: string;
  language: string;
  parameterFormat: ParameterFormat;
  /** Major version of the Graph API that was called. */
  version: number;
  switches: Switches;
  /** MIME types of the media handles that this emulator issued. */
  handles: Readonly<Record<string, string>>;
}

/** Where a component is in a request. */
interface ComponentPlace {
  /** Graph's name of the component: `components[2]`. */
  path: string;
  /** All components of the template, by type. */
  all: ReadonlyMap<string, JsonObject>;
}

/** One type of template component, as WhatsApp serves it. */
export interface ServedComponent {
  /** Throws the refusal of the first rule that is broken. */
  check(component: JsonObject, place: ComponentPlace, context: TemplateContext): void;
  /** The component as a read shows it. */
  readBack(sent: JsonObject, context: TemplateContext): JsonObject;
}

/** Fields of a component other than `type`. */
export interface Fields {
  required: readonly string[];
  optional?: readonly string[];
}

function isEmpty(component: JsonObject, field: string): boolean {
  const value = decoded(component[field]);
  return value === undefined || value === null || value === "";
}

/** 2388042 for fields that a component of the type cannot have, 2388043 for required ones that are missing. */
export function checkFields(type: string, component: JsonObject, { required, optional = [] }: Fields): void {
  const unexpected = Object.keys(component).filter(
    (field) => field !== "type" && !required.includes(field) && !optional.includes(field),
  );
  // Recorded: an unexpected text is the only field that is named, whatever other fields there are.
  const named = unexpected.includes("text") ? ["text"] : unexpected;
  if (named.length > 0) throw refusal("unexpectedFields", type, named.join(", "));
  const missing = required.filter((field) => isEmpty(component, field));
  if (missing.length > 0) throw refusal("missingFields", type, missing.join(", "));
}
