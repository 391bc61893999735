import { MycobotError } from "../../errors/index.ts";
import type { WireTemplate } from "../../gateway/index.ts";
import { compareTemplates } from "../../model/template/index.ts";
import type { UpdateResult } from "../handler-results.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { Bag } from "../wire.ts";
import { sameContent } from "./diff.ts";
import { editTemplate } from "./edit.ts";
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
export async function updateTemplate(olds: Bag, news: Bag, runtime: ProviderRuntime): Promise<UpdateResult> {
  const inputs = inputsOf(news);
  const before = inputsOf(olds);
  const facts = factsOf(olds);
  if (sameContent(bodyOf(before), bodyOf(inputs))) return { outs: { ...inputs, ...factsIn(olds) } };
  const connection = await runtime.connections.forWrite(inputs.connection);
  const account = runtime.account(inputs.waba);
  const existing = (await account.snapshot(connection)).find(inputs.name, inputs.language);
  if (existing === undefined) {
    throw new MycobotError("MYCO_LOSS_SUSPECTED", "it is to be edited, but the account does not list it", {
      hint: "Run 'pulumi refresh' to find out what happened to it, and then 'pulumi up' again.",
    });
  }
  if (isCarriedOut(inputs, before, existing)) return { outs: outputsOf(inputs, existing, facts.edits) };
  const edit = { inputs, existing, edits: facts.edits, account, connection, runtime };
  return { outs: await editTemplate(edit, before.category) };
}
