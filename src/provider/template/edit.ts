import { MycobotError } from "../../errors/index.ts";
import { GatewayError, type WireTemplate } from "../../gateway/index.ts";
import { compareTemplates, type TemplateBody } from "../../model/template/index.ts";
import type { Account } from "../account/account.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { Bag } from "../wire.ts";
import { withEdit } from "./edits.ts";
import { assertEditable, explainRefusal } from "./refusals.ts";
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

/** Fields that an edit does not take: they are the template's identity, or only mean something at creation. */
const NOT_EDITABLE_FIELDS = [
  "name",
  "language",
  "category",
  "library_template_name",
  "library_template_body_inputs",
  "library_template_button_inputs",
];

/** The category can be changed until the template is approved, and only for all languages of the name at once. */
function editBody(
  body: TemplateBody,
  existing: WireTemplate,
  wasDeclared: string | undefined,
): Record<string, unknown> {
  const edit = Object.fromEntries(Object.entries(body).filter(([field]) => !NOT_EDITABLE_FIELDS.includes(field)));
  const categoryChanged = wasDeclared !== undefined && wasDeclared.toUpperCase() !== body.category.toUpperCase();
  if (!categoryChanged || existing.category === body.category.toUpperCase()) return edit;
  if (existing.status === "APPROVED") {
    throw new MycobotError(
      "MYCO_TEMPLATE_NOT_EDITABLE",
      `the category of an approved template cannot be changed (${existing.category} to ${body.category})`,
      {
        hint: "Declare a new version (version: 2), or use another name.",
      },
    );
  }
  return { ...edit, category: body.category };
}

/** Edits in place with the full components. Returns the resource's outputs. `wasDeclared`: the category before this change. */
export async function editTemplate(edit: Edit, wasDeclared?: string): Promise<Bag> {
  const { inputs, existing, account, connection, runtime } = edit;
  assertEditable(existing.status ?? "UNKNOWN", `${inputs.name}/${inputs.language}`);
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
    return outputsOf(inputs, taken, withEdit(edit.edits, runtime.now()));
  }
  const remote: WireTemplate = {
    ...existing,
    ...body,
    components: declared.components,
    id: existing.id,
    status: "PENDING",
  };
  account.record(remote);
  return outputsOf(inputs, remote, withEdit(edit.edits, runtime.now()));
}

/** After an answer that leaves open what happened: what the account holds now, when it is what was sent. */
async function editedAllTheSame({ inputs, account, connection }: Edit): Promise<WireTemplate | undefined> {
  const now = (await account.reload(connection)).find(inputs.name, inputs.language);
  return now !== undefined && compareTemplates(bodyOf(inputs), now).equal ? now : undefined;
}
