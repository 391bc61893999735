import { isMycobotError, MycobotError } from "../../errors/index.ts";
import { GatewayError, type WireTemplate } from "../../gateway/index.ts";
import { DEFAULT_ADOPT } from "../../model/policies.ts";
import { compareTemplates, type TemplateBody } from "../../model/template/index.ts";
import type { CreateResult } from "../define-resource.ts";
import { withUploadedSamples } from "../media-file.ts";
import { type PropertyBag, urnOf } from "../property-bag.ts";
import type { Run } from "../run.ts";
import { warnOfStatus } from "./read.ts";
import { assertNotBeingDeleted, assertNotGenerated, explainQuota, explainRefusal, isAlreadyThere } from "./refusals.ts";
import { bodyOf, idOf, inputsOf, type TemplateInputs, type TemplateWrite, writtenOutputs } from "./state.ts";
import { editTemplate } from "./update.ts";

/** How often a create is sent if its answers leave open whether it took effect. */
const ATTEMPTS = 3;

/** Creates the template, or adopts the existing one according to the inputs' `adopt`. Safe to repeat. */
export async function createTemplate(bag: PropertyBag, run: Run): Promise<CreateResult> {
  const inputs = inputsOf(bag);
  const write = { inputs, account: run.account(inputs.waba), connection: await run.connections.forWrite(inputs), run };
  const outs = await write.account.names.run(inputs.name, () => createOrAdopt(write));
  warnOfStatus(outs, bag, run);
  return { id: idOf(inputs), outs };
}

async function createOrAdopt(write: TemplateWrite): Promise<PropertyBag> {
  const { inputs, account, connection } = write;
  const snapshot = await account.snapshot({ connection });
  const listed = snapshot.find(inputs.name, inputs.language);
  // The list may lag behind a deletion: a template that is not in the state is adopted only after a read by its id.
  const existing = listed && (await account.readById(listed.id, { connection }));
  if (existing !== undefined) return adoptTemplate(existing, write);
  if (listed !== undefined) snapshot.remove(inputs.name, inputs.language);
  return submit(write);
}

async function submit(write: TemplateWrite): Promise<PropertyBag> {
  const { inputs, account, connection, run } = write;
  // Before samples are uploaded for nothing.
  account.assertCreates();
  let mayBeCreated = false;
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await account.snapshot({ connection });
    const declared = withCategoryOfName(bodyOf(inputs), snapshot.siblings(inputs.name, inputs.language));
    const body = await withUploadedSamples(declared, { app: inputs.app, connection, run });
    try {
      const created = await run.gateway().templates.create({ connection, wabaId: inputs.waba, body });
      const remote: WireTemplate = {
        ...body,
        id: created.id,
        status: created.status,
        category: created.category ?? body.category,
      };
      account.record(remote);
      return writtenOutputs(write, remote);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (!error.ambiguous && !isAlreadyThere(error)) throw refusalOf(error, snapshot.size, write);
      // The template may exist now, created by this call or by another client: only the account can say.
      mayBeCreated ||= error.ambiguous;
      const existing = await findAfter(error, write);
      if (existing !== undefined) {
        // It did not exist before and equals what was sent, so this call created it: `adopt` does not apply.
        const isOurs = mayBeCreated && compareTemplates(bodyOf(inputs), existing).equal;
        return isOurs ? writtenOutputs(write, existing) : adoptTemplate(existing, write);
      }
      if (attempt === ATTEMPTS || isAlreadyThere(error)) throw explainRefusal(error, inputs);
    }
  }
}

/** The refusal, explained. One that concerns all creates of the account ends them. */
function refusalOf(error: GatewayError, templates: number, { inputs, account, run }: TemplateWrite): MycobotError {
  const ofAll = explainQuota(error, templates, run.now());
  if (ofAll !== undefined) account.endCreates(ofAll);
  return ofAll ?? explainRefusal(error, inputs);
}

/**
 * All languages of a name share one category: WhatsApp refuses a second one. A new language is sent with the category that
 * the name already has, and `approvedCategory` shows it.
 */
function withCategoryOfName(body: TemplateBody, siblings: readonly WireTemplate[]): TemplateBody {
  const [sibling] = siblings;
  return sibling === undefined ? body : { ...body, category: sibling.category };
}

/** The template in the account after an ambiguous answer. If the account cannot be read either, the error says both. */
async function findAfter(
  answer: GatewayError,
  { inputs, account, connection }: TemplateWrite,
): Promise<WireTemplate | undefined> {
  try {
    return (await account.reload({ connection })).find(inputs.name, inputs.language);
  } catch (cause) {
    if (!answer.ambiguous || !isMycobotError(cause)) throw cause;
    const message = `${answer.message}. The template may have been created, but the account cannot be read: ${cause.message}`;
    throw new MycobotError(answer.code, message, {
      hint: "Run 'pulumi up' again later: it checks the account first and adopts what exists.",
      cause,
    });
  }
}

/** Says in a preview that an existing template is taken over, not created, or why it cannot be; if this run has listed the account. */
export async function announceTakeOver(inputs: TemplateInputs, bag: PropertyBag, run: Run): Promise<void> {
  const snapshot = await run.account(inputs.waba).listed();
  const existing = snapshot?.find(inputs.name, inputs.language);
  if (existing === undefined) return;
  const label = `${inputs.name}/${inputs.language}`;
  const { adopt = DEFAULT_ADOPT } = inputs;
  const paths = compareTemplates(bodyOf(inputs), existing).changes.map(({ path }) => path);
  const outcome =
    adopt === "never"
      ? 'up refuses to take it over, because adopt is "never"'
      : paths.length === 0
        ? "up takes it over and sends nothing"
        : adopt === "always"
          ? `up takes it over and edits ${paths.join(", ")}`
          : `up refuses to take it over, because it differs from the declaration in ${paths.join(", ")}`;
  const text = `${label} already exists in the account (id ${existing.id}, ${existing.status}): ${outcome} (adopt: ${adopt}).`;
  run.warnings.add("MYCO_W_TAKE_OVER", text, urnOf(bag, "template", label));
}

/** Takes over a template that exists in the account, unless the policy or a difference forbids it. */
async function adoptTemplate(existing: WireTemplate, write: TemplateWrite): Promise<PropertyBag> {
  const { inputs } = write;
  const { adopt = DEFAULT_ADOPT } = inputs;
  assertNotBeingDeleted(existing, inputs);
  assertNotGenerated(existing);
  const exists = `the template already exists in the account (id ${existing.id}, ${existing.status})`;
  if (adopt === "never") {
    throw new MycobotError("MYCO_TEMPLATE_EXISTS", `${exists}, and adopt is "never"`, {
      hint: 'Set adopt to "matching" to adopt it if it is equal, or use another name.',
    });
  }
  const { equal, changes } = compareTemplates(bodyOf(inputs), existing);
  if (equal) return writtenOutputs(write, existing);
  if (adopt === "always") return editTemplate({ ...write, existing, edits: [] });
  const paths = changes.map((change) => change.path).join(", ");
  throw new MycobotError("MYCO_TEMPLATE_EXISTS", `${exists} and differs from the declaration in ${paths}`, {
    hint: "Copy the account's version (mycobot template get NAME) into the stack file, set adopt: always to overwrite it, or use another name or version.",
  });
}
