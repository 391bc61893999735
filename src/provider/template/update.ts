import { MycobotError } from "../../errors/index.ts";
import { GatewayError, type WireTemplate } from "../../gateway/index.ts";
import { compareTemplates, defaultTtl, isSameTtl, nextVersion, type TemplateBody } from "../../model/template/index.ts";
import { withEdit } from "../../model/template/life-cycle/edit-budget.ts";
import { routeOf } from "../gateway-identity.ts";
import { withUploadedSamples } from "../media-file.ts";
import type { PropertyBag } from "../property-bag.ts";
import type { Run } from "../run.ts";
import { hasSameContent } from "./diff.ts";
import { warnOfStatus } from "./read.ts";
import { assertEditable, assertNotGenerated, explainRefusal } from "./refusals.ts";
import {
  bodyOf,
  factsIn,
  factsOf,
  inputsOf,
  type TemplateInputs,
  type TemplateWrite,
  writtenOutputs,
} from "./state.ts";

/** Fields that an edit does not accept: they are the template's identity, or apply only at creation. */
const NOT_EDITABLE_FIELDS = [
  "name",
  "language",
  "category",
  "library_template_name",
  "library_template_body_inputs",
  "library_template_button_inputs",
];

export interface TemplateEdit extends TemplateWrite {
  /** As the snapshot has it. */
  existing: WireTemplate;
  /** Our edits of the last 30 days. */
  edits: readonly string[];
}

/** Applies a changed declaration to the account by an edit in place. Sends nothing if the account already matches. */
export async function updateTemplate(olds: PropertyBag, news: PropertyBag, run: Run): Promise<PropertyBag> {
  const inputs = inputsOf(news);
  const before = inputsOf(olds);
  const { edits, templateId } = factsOf(olds);
  if (hasSameContent(bodyOf(before), bodyOf(inputs))) return withoutRequest(inputs, olds, run);
  const connection = await run.connections.forWrite(routeOf({ ...olds, connection: inputs.connection }));
  const account = run.account(inputs.waba);
  const listed = (await account.snapshot({ connection })).find(inputs.name, inputs.language);
  // The list may lag: it alone proves neither that the template is gone nor that the change is already applied.
  const doubtful = listed === undefined || isApplied(inputs, before, listed);
  const existing = doubtful ? await account.readById(listed?.id ?? templateId, { connection }) : listed;
  if (existing === undefined) {
    throw new MycobotError("MYCO_LOSS_SUSPECTED", "cannot edit: the account does not have it", {
      hint: "Run 'pulumi refresh' to find out what happened to it, then 'pulumi up' again.",
    });
  }
  const write = { inputs, account, connection, run };
  const outs = isApplied(inputs, before, existing)
    ? writtenOutputs(write, existing, edits)
    : await editTemplate({ ...write, existing, edits }, before.category);
  warnOfStatus(outs, news, run);
  return outs;
}

/** A change that affects only the state: `onRemove`, or the connection. */
function withoutRequest(inputs: TemplateInputs, olds: PropertyBag, run: Run): PropertyBag {
  const { resolvedConnection: _, ...facts } = factsIn(olds);
  return { ...inputs, ...facts, ...run.identity.keptProvenance(inputs, olds) };
}

/**
 * True if the account needs no edit: it already matches the declaration, or only samples differ. Samples serve the review, so
 * they are not sent again for a template that passed it, but are for a rejected one.
 */
function isApplied(inputs: TemplateInputs, before: TemplateInputs, existing: WireTemplate): boolean {
  if (existing.status === "REJECTED") return false;
  if (before.category !== inputs.category && existing.category !== inputs.category) return false;
  const [declared, former] = [bodyOf(inputs), bodyOf(before)];
  if (!compareTemplates(declared, existing).equal) return false;
  // Some fields are never read back (an OTP button's label, a flow's name): a change of one of them would look applied.
  const isUnreadable = compareTemplates(former, existing).equal && !compareTemplates(declared, former).equal;
  return !isUnreadable;
}

/** Edits in place, with all components. Returns the resource's outputs. `formerCategory`: as declared before this change. */
export async function editTemplate(edit: TemplateEdit, formerCategory?: string): Promise<PropertyBag> {
  const { inputs, existing, account, connection, run } = edit;
  assertNotGenerated(existing);
  assertEditable(existing.status ?? "UNKNOWN", inputs);
  const declared = bodyOf(inputs);
  if (declared.components === undefined) {
    throw new MycobotError(
      "MYCO_TEMPLATE_NOT_EDITABLE",
      "a template from WhatsApp's library is edited by its components, and none are declared",
      { hint: "Declare components instead of library_template_name, or use another name." },
    );
  }
  const isCategoryChanged = changesCategory(inputs, existing, formerCategory);
  const samples = { app: inputs.app, connection, run };
  const body = editBody(await withUploadedSamples(declared, samples), existing, isCategoryChanged);
  try {
    await run.gateway().templates.edit({ connection, templateId: existing.id, body });
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const edited = error.ambiguous ? await findEdited(edit) : undefined;
    if (edited === undefined)
      throw explainRefusal(error, inputs, { status: existing.status, edits: edit.edits, now: run.now() });
    return writtenOutputs(edit, edited, withEdit(edit.edits, run.now()));
  }
  const remote: WireTemplate = {
    ...existing,
    ...body,
    components: declared.components,
    id: existing.id,
    status: "PENDING",
  };
  account.record(remote);
  return writtenOutputs(edit, remote, withEdit(edit.edits, run.now()));
}

/**
 * After an ambiguous answer: the template as the account holds it now, if the edit took effect. Samples cannot be read back, so
 * an edit of samples alone shows only as a changed status.
 */
async function findEdited({ inputs, existing, account, connection }: TemplateEdit): Promise<WireTemplate | undefined> {
  const now = (await account.reload({ connection })).find(inputs.name, inputs.language);
  const declared = bodyOf(inputs);
  if (now === undefined || !compareTemplates(declared, now).equal) return undefined;
  return now.status !== existing.status || !compareTemplates(declared, existing).equal ? now : undefined;
}

/**
 * Whether the edit changes the category: possible until the template is approved, and only for all languages of the name at once.
 *
 * @throws MYCO_TEMPLATE_NOT_EDITABLE for an approved template
 */
function changesCategory(
  { name, category }: TemplateInputs,
  existing: WireTemplate,
  former: string | undefined,
): boolean {
  const wanted = category.toUpperCase();
  if (former === undefined || former.toUpperCase() === wanted || existing.category === wanted) return false;
  if (existing.status !== "APPROVED") return true;
  throw new MycobotError(
    "MYCO_TEMPLATE_NOT_EDITABLE",
    `the category of an approved template cannot be changed (${existing.category} to ${wanted})`,
    { hint: `Declare a new version (version: ${nextVersion(name)}), or use another name.` },
  );
}

/** The body of an edit; `existing` is the template in the account. */
function editBody(body: TemplateBody, existing: WireTemplate, isCategoryChanged: boolean): Record<string, unknown> {
  const fields = Object.entries(body).filter(([field]) => !NOT_EDITABLE_FIELDS.includes(field));
  const edit = withDefaultTtl(Object.fromEntries(fields), existing);
  return isCategoryChanged ? { ...edit, category: body.category } : edit;
}

/** An edit keeps fields that it omits, so a time to live that is no longer declared is reset to the default. */
function withDefaultTtl(edit: Record<string, unknown>, existing: WireTemplate): Record<string, unknown> {
  const { category, message_send_ttl_seconds: current } = existing;
  const isDefault = current === undefined || isSameTtl(Number(current), undefined, [category]);
  if (edit.message_send_ttl_seconds !== undefined || isDefault) return edit;
  return { ...edit, message_send_ttl_seconds: defaultTtl(category) };
}
