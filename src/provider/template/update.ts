import { MycobotError } from "../../errors/index.ts";
import { compareTemplates } from "../../model/template/index.ts";
import type { UpdateResult } from "../handler-results.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { Bag } from "../wire.ts";
import { sameContent } from "./diff.ts";
import { editTemplate } from "./edit.ts";
import { bodyOf, factsOf, inputsOf, outputsOf, type TemplateInputs } from "./state.ts";

/** The outputs without a request: the change concerns only the state. */
const keepFacts = (inputs: TemplateInputs, olds: Bag): UpdateResult => ({ outs: { ...inputs, ...factsOnly(olds) } });

function factsOnly(olds: Bag): Bag {
  const { templateId, remoteName, status, approvedCategory, quality, rejectedReason, edits, stateVersion } =
    factsOf(olds);
  return Object.fromEntries(
    Object.entries({
      templateId,
      remoteName,
      status,
      approvedCategory,
      quality,
      rejectedReason,
      edits,
      stateVersion,
    }).filter(([, value]) => value !== undefined),
  );
}

/** Carries a changed declaration to the account, by an edit in place; what the account has already is not sent. */
export async function updateTemplate(olds: Bag, news: Bag, runtime: ProviderRuntime): Promise<UpdateResult> {
  const inputs = inputsOf(news);
  const before = inputsOf(olds);
  const facts = factsOf(olds);
  if (sameContent(bodyOf(before), bodyOf(inputs))) return keepFacts(inputs, olds);
  const connection = await runtime.connections.forWrite(inputs.connection);
  const account = runtime.account(inputs.waba);
  const existing = (await account.snapshot(connection)).find(inputs.name, inputs.language);
  if (existing === undefined) {
    throw new MycobotError("MYCO_LOSS_SUSPECTED", "it is to be edited, but the account does not list it", {
      hint: "Run 'pulumi refresh' to find out what happened to it, and then 'pulumi up' again.",
    });
  }
  const { equal } = compareTemplates(bodyOf(inputs), existing);
  // Samples serve the review only: a template that passed it is not sent again for them, a rejected one is.
  const categoryStands = before.category === inputs.category || existing.category === inputs.category;
  if (equal && categoryStands && existing.status !== "REJECTED")
    return { outs: outputsOf(inputs, existing, facts.edits) };
  return {
    outs: await editTemplate({ inputs, existing, edits: facts.edits, account, connection, runtime }, before.category),
  };
}
