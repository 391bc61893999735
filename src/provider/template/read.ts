import type { WireTemplate } from "../../gateway/index.ts";
import { canonicalTemplate, observedAsDeclared, type TemplateBody } from "../../model/template/index.ts";
import { contentOfBody } from "../../model/template/inputs.ts";
import type { ReadResult } from "../handler-results.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { Bag } from "../wire.ts";
import { recentEdits } from "./edits.ts";
import { bodyOf, factsOf, idOf, inputsOf, labelOf, outputsOf, placementOf, type TemplateInputs } from "./state.ts";

/**
 * The inputs as the account has them: parts that are equal in meaning stay exactly as declared, so that a refresh of an
 * unchanged template changes nothing, and drift shows as just the parts that differ.
 */
function inputsAsObserved(inputs: TemplateInputs, remote: WireTemplate): TemplateInputs {
  const declared: TemplateBody = bodyOf(inputs);
  const observed = contentOfBody(observedAsDeclared(canonicalTemplate(declared), remote));
  // Where and how stay as they are in `inputs`, which has the shape.
  return { ...placementOf(inputs), ...observed } as TemplateInputs;
}

/** Reads from the run's snapshot: a refresh of many templates costs a few list pages, and no request per template. */
export async function readTemplate(props: Bag, runtime: ProviderRuntime): Promise<ReadResult> {
  const inputs = inputsOf(props);
  const facts = factsOf(props);
  const account = runtime.account(inputs.waba);
  account.seen();
  const remote = (await account.snapshot(inputs.connection)).find(inputs.name, inputs.language);
  if (remote === undefined) {
    await account.confirmGone(labelOf(inputs), facts.templateId, inputs.connection);
    return {};
  }
  const observed = inputsAsObserved(inputs, remote);
  return {
    id: idOf(inputs),
    props: outputsOf(observed, remote, recentEdits(facts.edits, runtime.now())),
    inputs: observed,
  };
}
