import { MycobotError } from "../../errors/index.ts";
import type { WireTemplate } from "../../gateway/index.ts";
import { compareTemplates } from "../../model/template/index.ts";
import type { Account } from "../account/account.ts";
import { placeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { PropertyBag } from "../wire.ts";
import { editTemplate } from "./edit.ts";
import { assertNotBeingDeleted, assertNotGenerated } from "./refusals.ts";
import { bodyOf, outputsOf, type TemplateInputs } from "./state.ts";

/** What the account has already becomes ours, unless the policy or a difference forbids it. */
export async function adoptTemplate(
  existing: WireTemplate,
  inputs: TemplateInputs,
  account: Account,
  connection: string,
  runtime: ProviderRuntime,
): Promise<PropertyBag> {
  const { adopt: policy = "matching" } = inputs;
  assertNotBeingDeleted(existing, inputs);
  assertNotGenerated(existing);
  const there = `the account has it already (id ${existing.id}, ${existing.status})`;
  if (policy === "never") {
    throw new MycobotError("MYCO_TEMPLATE_EXISTS", `${there}, and adopt is "never"`, {
      hint: 'Set adopt to "matching" to take it over when it is equal, or choose another name.',
    });
  }
  const { equal, changes } = compareTemplates(bodyOf(inputs), existing);
  if (equal) return outputsOf(inputs, existing, [], placeOf(runtime, inputs, connection));
  if (policy === "always") return editTemplate({ inputs, existing, edits: [], account, connection, runtime });
  const paths = changes.map((change) => change.path).join(", ");
  throw new MycobotError("MYCO_TEMPLATE_EXISTS", `${there}, and it differs from the declaration in ${paths}`, {
    hint: "'mycobot template get NAME' shows the account's version, to copy into the stack file; adopt: always overwrites it; another name or version leaves it alone.",
  });
}
