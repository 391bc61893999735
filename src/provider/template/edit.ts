import { MycobotError } from "../../errors/index.ts";
import { GatewayError, type WireTemplate } from "../../gateway/index.ts";
import { compareTemplates } from "../../model/template/index.ts";
import type { Account } from "../account/account.ts";
import { placeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { PropertyBag } from "../wire.ts";
import { editBody } from "./edit-body.ts";
import { withEdit } from "./edits.ts";
import { assertEditable, assertNotGenerated, explainRefusal } from "./refusals.ts";
import { bodyOf, outputsOf, type TemplateInputs } from "./state.ts";
import { withUploadedSamples } from "./upload-samples.ts";

export interface Edit {
  inputs: TemplateInputs;
  /** As the snapshot has it. */
  existing: WireTemplate;
  /** Our edits of the last 30 days. */
  edits: readonly string[];
  account: Account;
  connection: string;
  runtime: ProviderRuntime;
}

/** Edits in place with the full components. Returns the resource's outputs. `wasDeclared`: the category before this change. */
export async function editTemplate(edit: Edit, wasDeclared?: string): Promise<PropertyBag> {
  const { inputs, existing, account, connection, runtime } = edit;
  assertNotGenerated(existing);
  assertEditable(existing.status ?? "UNKNOWN", `${inputs.name}/${inputs.language}`);
  const place = placeOf(runtime, inputs, connection);
  const declared = bodyOf(inputs);
  if (declared.components === undefined) {
    throw new MycobotError(
      "MYCO_TEMPLATE_NOT_EDITABLE",
      "a template from WhatsApp's library is edited by its components, and none are declared",
      {
        hint: "Declare components instead of library_template_name, or use another name.",
      },
    );
  }
  const body = editBody(
    await withUploadedSamples(declared, { app: inputs.app, connection, runtime }),
    existing,
    wasDeclared,
  );
  try {
    await runtime.gateway().templates.edit({ connection, templateId: existing.id, body });
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const taken = error.ambiguous ? await editedAllTheSame(edit) : undefined;
    if (taken === undefined) throw explainRefusal(error, inputs, edit.edits, runtime.now());
    return outputsOf(inputs, taken, withEdit(edit.edits, runtime.now()), place);
  }
  const remote: WireTemplate = {
    ...existing,
    ...body,
    components: declared.components,
    id: existing.id,
    status: "PENDING",
  };
  account.record(remote);
  return outputsOf(inputs, remote, withEdit(edit.edits, runtime.now()), place);
}

/**
 * After an answer that leaves open what happened: what the account holds now, when it is what was sent. Samples cannot be
 * read back: where nothing else was to change, only another status tells that the edit arrived.
 */
async function editedAllTheSame({ inputs, existing, account, connection }: Edit): Promise<WireTemplate | undefined> {
  const now = (await account.reload({ connection })).find(inputs.name, inputs.language);
  const wanted = bodyOf(inputs);
  if (now === undefined || !compareTemplates(wanted, now).equal) return undefined;
  return now.status !== existing.status || !compareTemplates(wanted, existing).equal ? now : undefined;
}
