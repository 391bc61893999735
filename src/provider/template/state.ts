import type { WireTemplate } from "../../gateway/index.ts";
import type { TemplateBody } from "../../model/template/index.ts";
import { bodyOfContent, PLACEMENT_INPUTS, type TemplateContent } from "../../model/template/inputs.ts";
import { rowOf } from "../../model/text/index.ts";
import { STATE_VERSION } from "../define-resource.ts";
import type { Place } from "../place.ts";
import { type PropertyBag, withoutEngineKeys } from "../wire.ts";

/** The inputs of a Template resource, as `check` has passed them. */
export interface TemplateInputs extends TemplateContent {
  waba: string;
  connection?: string;
  app?: string;
  adopt?: "matching" | "always" | "never";
  onRemove?: "delete" | "retain";
  accepted?: string;
}

/** What the account knows of a template, beside its content. */
export interface TemplateFacts {
  templateId: string;
  /** In states of the first version; the name is an input. */
  remoteName?: string;
  status: string;
  approvedCategory: string;
  quality?: string;
  rejectedReason?: string;
  /** Absent when there are none. */
  edits?: string[];
  /** Origin of the gateway that it was written or read through. */
  gateway?: string;
  /** The connection, when none is declared. */
  resolvedConnection?: string;
  stateVersion: number;
}

const FACTS: ReadonlySet<string> = new Set<keyof TemplateFacts>([
  "templateId",
  "remoteName",
  "status",
  "approvedCategory",
  "quality",
  "rejectedReason",
  "edits",
  "gateway",
  "resolvedConnection",
  "stateVersion",
]);

/** Inputs out of a bag of inputs or outputs. */
export function inputsOf(bag: PropertyBag): TemplateInputs {
  const inputs = Object.entries(withoutEngineKeys(bag)).filter(([key]) => !FACTS.has(key));
  // `check` has seen to the shape, or our own handlers wrote it.
  return Object.fromEntries(inputs) as TemplateInputs;
}

/** What inputs mean that leave it out. The state, where every template has them twice, leaves it out as well. */
const DEFAULTS: PropertyBag = { adopt: "matching", onRemove: "delete", parameterFormat: "POSITIONAL" };

export function withoutDefaults(inputs: PropertyBag): PropertyBag {
  return Object.fromEntries(Object.entries(inputs).filter(([key, value]) => rowOf(DEFAULTS, key) !== value));
}

/** The inputs that are not WhatsApp's: where, and how. */
export function placementOf(inputs: PropertyBag): PropertyBag {
  return Object.fromEntries(
    PLACEMENT_INPUTS.filter((key) => inputs[key] !== undefined).map((key) => [key, inputs[key]]),
  );
}

/** The facts as they stand in a bag of outputs. */
export function factsIn(outputs: PropertyBag): PropertyBag {
  return Object.fromEntries(Object.entries(outputs).filter(([key]) => FACTS.has(key)));
}

export function factsOf(outputs: PropertyBag): TemplateFacts & { edits: string[] } {
  const { edits } = outputs as Partial<TemplateFacts>;
  // Our own handlers wrote these outputs.
  return { ...(outputs as unknown as TemplateFacts), edits: Array.isArray(edits) ? edits : [] };
}

export function bodyOf(inputs: TemplateInputs): TemplateBody {
  return bodyOfContent(inputs);
}

/** How messages call the template. */
export function labelOf(bag: PropertyBag): string {
  return `template ${String(bag.name)}/${String(bag.language)}`;
}

/** The resource's id: the identity in the account, which survives a deletion and re-creation in the console. */
export function idOf(inputs: TemplateInputs): string {
  return `${inputs.waba}/${inputs.name}/${inputs.language}`;
}

/** WhatsApp answers NONE where nothing was rejected. */
function reasonOf(reason: unknown): string | undefined {
  return typeof reason === "string" && reason !== "NONE" ? reason : undefined;
}

/** UNKNOWN until WhatsApp has seen enough answers to the template: nothing to report. */
function qualityOf(score: string | undefined): string | undefined {
  return score === "UNKNOWN" ? undefined : score;
}

/** Outputs: the inputs verbatim, what the account says, and where it says so. */
export function outputsOf(
  inputs: TemplateInputs,
  remote: WireTemplate,
  edits: readonly string[],
  place: Place,
): PropertyBag {
  const rejectedReason = reasonOf(remote.rejected_reason);
  const quality = qualityOf(remote.quality_score?.score);
  const facts: TemplateFacts = {
    templateId: remote.id,
    status: remote.status ?? "UNKNOWN",
    approvedCategory: remote.category,
    ...(quality === undefined ? {} : { quality }),
    ...(rejectedReason === undefined ? {} : { rejectedReason }),
    ...(edits.length > 0 ? { edits: [...edits] } : {}),
    ...place,
    stateVersion: STATE_VERSION,
  };
  return { ...inputs, ...facts };
}
