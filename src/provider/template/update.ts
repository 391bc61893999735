import { MycobotError } from "../../errors/index.ts";
import type { WireTemplate } from "../../gateway/index.ts";
import { compareTemplates } from "../../model/template/index.ts";
import { placeKept, placeOf, routeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { PropertyBag } from "../wire.ts";
import { sameContent } from "./diff.ts";
import { editTemplate } from "./edit.ts";
import { reportState } from "./report-state.ts";
import { bodyOf, factsIn, factsOf, inputsOf, outputsOf, type TemplateInputs } from "./state.ts";

/**
 * True when the account needs no edit: it has what is declared already, or only samples differ. Samples serve the review, so
 * a template that passed it is not sent again for them, and a rejected one is.
 */
function isCarriedOut(inputs: TemplateInputs, before: TemplateInputs, existing: WireTemplate): boolean {
  if (existing.status === "REJECTED") return false;
  if (before.category !== inputs.category && existing.category !== inputs.category) return false;
  const [wanted, former] = [bodyOf(inputs), bodyOf(before)];
  if (!compareTemplates(wanted, existing).equal) return false;
  // Some fields are never read back (an OTP button's label, a flow's name): a change of one of them looks carried out.
  const unseen = compareTemplates(former, existing).equal && !compareTemplates(wanted, former).equal;
  return !unseen;
}

/** Carries a changed declaration to the account, by an edit in place; what the account has already is not sent. */
export async function updateTemplate(
  olds: PropertyBag,
  news: PropertyBag,
  runtime: ProviderRuntime,
): Promise<PropertyBag> {
  const inputs = inputsOf(news);
  const before = inputsOf(olds);
  const facts = factsOf(olds);
  if (sameContent(bodyOf(before), bodyOf(inputs))) return withoutRequest(inputs, olds, runtime);
  const connection = await runtime.connections.forWrite(routeOf({ ...olds, connection: inputs.connection }));
  const account = runtime.account(inputs.waba);
  const listed = (await account.snapshot({ connection })).find(inputs.name, inputs.language);
  // The list may lag behind: neither "gone" nor "carried out already" follows from it alone.
  const doubtful = listed === undefined || isCarriedOut(inputs, before, listed);
  const existing = doubtful ? await account.readById(listed?.id ?? facts.templateId, { connection }) : listed;
  if (existing === undefined) {
    throw new MycobotError("MYCO_LOSS_SUSPECTED", "cannot edit: the account does not have it", {
      hint: "Run 'pulumi refresh' to find out what happened to it, and then 'pulumi up' again.",
    });
  }
  const outs = isCarriedOut(inputs, before, existing)
    ? outputsOf(inputs, existing, facts.edits, placeOf(runtime, inputs, connection))
    : await editTemplate({ inputs, existing, edits: facts.edits, account, connection, runtime }, before.category);
  reportState(outs, news, runtime);
  return outs;
}

/** A change of what the state alone has to know: `onRemove`, or the connection. */
function withoutRequest(inputs: TemplateInputs, olds: PropertyBag, runtime: ProviderRuntime): PropertyBag {
  const { resolvedConnection: _, ...facts } = factsIn(olds);
  return { ...inputs, ...facts, ...placeKept(runtime, inputs, olds) };
}
