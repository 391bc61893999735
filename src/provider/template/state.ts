import type { WireTemplate } from "../../gateway/index.ts";
import {
  type AdoptPolicy,
  DEFAULT_ADOPT,
  DEFAULT_TEMPLATE_REMOVAL,
  type OnRemoveTemplate,
} from "../../model/policies.ts";
import type { TemplateBody } from "../../model/template/index.ts";
import { bodyOfContent, PLACEMENT_INPUTS, type TemplateContent } from "../../model/template/inputs.ts";
import { rowOf } from "../../model/text/index.ts";
import type { Account } from "../account/account.ts";
import { STATE_VERSION } from "../define-resource.ts";
import type { Provenance } from "../gateway-identity.ts";
import { type PropertyBag, withoutEngineKeys } from "../property-bag.ts";
import type { Run } from "../run.ts";

/** The inputs of a Template resource, as `check` returns them. */
export interface TemplateInputs extends TemplateContent {
  waba: string;
  connection?: string;
  app?: string;
  adopt?: AdoptPolicy;
  onRemove?: OnRemoveTemplate;
  accepted?: string;
}

/** What the account reports about a template, other than its content. */
export interface TemplateFacts {
  templateId: string;
  /** Only in states written before the name became the logical name. */
  remoteName?: string;
  status: string;
  approvedCategory: string;
  quality?: string;
  rejectedReason?: string;
  /** Absent if there are none. */
  edits?: string[];
  /** When the account was last looked at (RFC 3339): by a write or a read. Absent in older states. Never compared. */
  asOf?: string;
  /** While PENDING: since when, as far as known. */
  pendingSince?: string;
  /** Origin of the gateway that wrote or read it. */
  gateway?: string;
  /** The connection, if none is declared. */
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
  "asOf",
  "pendingSince",
  "gateway",
  "resolvedConnection",
  "stateVersion",
]);

/** The inputs among inputs or outputs. */
export function inputsOf(bag: PropertyBag): TemplateInputs {
  const inputs = Object.entries(withoutEngineKeys(bag)).filter(([key]) => !FACTS.has(key));
  // `check` has validated the shape, or our own handlers wrote it.
  return Object.fromEntries(inputs) as TemplateInputs;
}

/** Defaults of inputs. The state, which holds every input twice, omits them. */
const DEFAULTS: PropertyBag = {
  adopt: DEFAULT_ADOPT,
  onRemove: DEFAULT_TEMPLATE_REMOVAL,
  parameterFormat: "POSITIONAL",
};

export function withoutDefaults(inputs: PropertyBag): PropertyBag {
  return Object.fromEntries(Object.entries(inputs).filter(([key, value]) => rowOf(DEFAULTS, key) !== value));
}

/** The inputs that are not part of WhatsApp's body: account, connection, policies. */
export function placementOf(inputs: PropertyBag): PropertyBag {
  return Object.fromEntries(
    PLACEMENT_INPUTS.filter((key) => inputs[key] !== undefined).map((key) => [key, inputs[key]]),
  );
}

/** The facts in outputs, unchanged. */
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

/** The template as messages name it. */
export function labelOf(bag: PropertyBag): string {
  return `template ${String(bag.name)}/${String(bag.language)}`;
}

/** The resource's id: the identity in the account, which survives deletion and re-creation in WhatsApp Manager. */
export function idOf(inputs: TemplateInputs): string {
  return `${inputs.waba}/${inputs.name}/${inputs.language}`;
}

/** WhatsApp returns NONE for a template that was not rejected. */
function reasonOf(reason: unknown): string | undefined {
  return typeof reason === "string" && reason !== "NONE" ? reason : undefined;
}

/** UNKNOWN until WhatsApp has collected enough feedback: not reported. */
function qualityOf(score: string | undefined): string | undefined {
  return score === "UNKNOWN" ? undefined : score;
}

/** One write to a template: what to write, and where. */
export interface TemplateWrite {
  inputs: TemplateInputs;
  account: Account;
  connection: string;
  run: Run;
}

/** Outputs after a write: what the account holds now, through the connection of the write. */
export function writtenOutputs(
  { inputs, connection, run }: TemplateWrite,
  remote: WireTemplate,
  edits: readonly string[] = [],
): PropertyBag {
  return outputsOf(inputs, remote, { edits, now: run.now() }, run.identity.provenance(inputs, connection));
}

/** What the outputs say about time. */
interface Times {
  /** Our edits of the last 30 days. */
  edits: readonly string[];
  now: Date;
  /** As the state has it. */
  pendingSince?: string | undefined;
}

/** Outputs: the inputs verbatim, the facts of the account, and the provenance. */
export function outputsOf(
  inputs: TemplateInputs,
  remote: WireTemplate,
  { edits, now, pendingSince }: Times,
  place: Provenance,
): PropertyBag {
  const asOf = `${now.toISOString().slice(0, 19)}Z`;
  const rejectedReason = reasonOf(remote.rejected_reason);
  const quality = qualityOf(remote.quality_score?.score);
  const facts: TemplateFacts = {
    templateId: remote.id,
    status: remote.status ?? "UNKNOWN",
    approvedCategory: remote.category,
    ...(quality === undefined ? {} : { quality }),
    ...(rejectedReason === undefined ? {} : { rejectedReason }),
    ...(edits.length > 0 ? { edits: [...edits] } : {}),
    asOf,
    ...(remote.status === "PENDING" ? { pendingSince: pendingSince ?? asOf } : {}),
    ...place,
    stateVersion: STATE_VERSION,
  };
  return { ...inputs, ...facts };
}
