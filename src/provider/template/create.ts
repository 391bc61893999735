import { isMycobotError, MycobotError } from "../../errors/index.ts";
import { GatewayError, type WireTemplate } from "../../gateway/index.ts";
import { compareTemplates, type TemplateBody } from "../../model/template/index.ts";
import type { Account } from "../account/account.ts";
import type { CreateResult } from "../handler-results.ts";
import { placeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { PropertyBag } from "../wire.ts";
import { adoptTemplate } from "./adopt.ts";
import { explainRefusal, isAlreadyThere } from "./refusals.ts";
import { reportState } from "./report-state.ts";
import { bodyOf, idOf, inputsOf, outputsOf, type TemplateInputs } from "./state.ts";
import { withUploadedSamples } from "./upload-samples.ts";

/** How often a create is sent when its answers leave open whether it took effect. */
const ATTEMPTS = 3;

/** Creates the template, or takes over the one that is there, as the inputs' `adopt` says. Safe to repeat. */
export async function createTemplate(bag: PropertyBag, runtime: ProviderRuntime): Promise<CreateResult> {
  const inputs = inputsOf(bag);
  const account = runtime.account(inputs.waba);
  const connection = await runtime.connections.forWrite(inputs);
  const outs = await account.names.pass(inputs.name, async () => {
    const snapshot = await account.snapshot({ connection });
    const listed = snapshot.find(inputs.name, inputs.language);
    // The list may lag behind a deletion: what the state does not know is taken over only as it is read by its id.
    const existing = listed && (await account.readById(listed.id, { connection }));
    if (existing !== undefined) return adoptTemplate(existing, inputs, account, connection, runtime);
    if (listed !== undefined) snapshot.remove(inputs.name, inputs.language);
    return submit(inputs, account, connection, runtime);
  });
  reportState(outs, bag, runtime);
  return { id: idOf(inputs), outs };
}

/**
 * All languages of a name share one category: WhatsApp refuses a second one. A new language is sent with the category
 * that the name has; `approvedCategory` says so.
 */
function withNamesCategory(body: TemplateBody, siblings: readonly WireTemplate[]): TemplateBody {
  const [sibling] = siblings;
  return sibling === undefined ? body : { ...body, category: sibling.category };
}

async function submit(
  inputs: TemplateInputs,
  account: Account,
  connection: string,
  runtime: ProviderRuntime,
): Promise<PropertyBag> {
  let wasSent = false;
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await account.snapshot({ connection });
    const declared = withNamesCategory(bodyOf(inputs), snapshot.siblings(inputs.name, inputs.language));
    const body = await withUploadedSamples(declared, { app: inputs.app, connection, runtime });
    try {
      const created = await runtime.gateway().templates.create({ connection, wabaId: inputs.waba, body });
      const remote: WireTemplate = {
        ...body,
        id: created.id,
        status: created.status,
        category: created.category ?? body.category,
      };
      account.record(remote);
      return outputsOf(inputs, remote, [], placeOf(runtime, inputs, connection));
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      const uncertain = error.ambiguous || isAlreadyThere(error);
      if (!uncertain) throw explainRefusal(error, inputs, []);
      // The template may be there, by this call or by somebody else's: only the account knows.
      wasSent ||= error.ambiguous;
      const existing = await lookAgain(error, inputs, account, connection);
      if (existing !== undefined) {
        // What was not there before, and is what we sent, is ours: no policy about other people's templates applies.
        const isOurs = wasSent && compareTemplates(bodyOf(inputs), existing).equal;
        return isOurs
          ? outputsOf(inputs, existing, [], placeOf(runtime, inputs, connection))
          : adoptTemplate(existing, inputs, account, connection, runtime);
      }
      if (attempt === ATTEMPTS || isAlreadyThere(error)) throw explainRefusal(error, inputs, []);
    }
  }
}

/** After an answer that leaves open what happened. An account that cannot be read either leaves it open, and says so. */
async function lookAgain(
  answer: GatewayError,
  { name, language }: TemplateInputs,
  account: Account,
  connection: string,
): Promise<WireTemplate | undefined> {
  try {
    return (await account.reload({ connection })).find(name, language);
  } catch (cause) {
    if (!answer.ambiguous || !isMycobotError(cause)) throw cause;
    const happened = `${answer.message}. It may have been created all the same, but the account cannot be read: ${cause.message}`;
    throw new MycobotError(answer.code, happened, {
      hint: "Run 'pulumi up' again later: it looks first, and takes over what is there.",
      cause,
    });
  }
}
