import type { WireTemplate } from "../../gateway/index.ts";
import {
  canonicalTemplate,
  compareTemplates,
  observedAsDeclared,
  type TemplateBody,
} from "../../model/template/index.ts";
import { contentOfBody } from "../../model/template/inputs.ts";
import type { Account } from "../account/account.ts";
import type { Route } from "../account/connection-directory.ts";
import { placeOf, routeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { type PropertyBag, urnOf } from "../wire.ts";
import { recentEdits } from "./edits.ts";
import { reportState } from "./report-state.ts";
import {
  bodyOf,
  factsOf,
  idOf,
  inputsOf,
  labelOf,
  outputsOf,
  placementOf,
  type TemplateInputs,
  withoutDefaults,
} from "./state.ts";

/**
 * The inputs as the account has them: parts that are equal in meaning stay exactly as declared, so that a refresh of an
 * unchanged template changes nothing, and drift shows as just the parts that differ.
 */
function inputsAsObserved(inputs: TemplateInputs, remote: WireTemplate): TemplateInputs {
  const declared: TemplateBody = bodyOf(inputs);
  const observed = contentOfBody(observedAsDeclared(canonicalTemplate(declared), remote));
  // Where and how stay as they are in `inputs`, which has the shape.
  return withoutDefaults({ ...placementOf(inputs), ...observed }) as TemplateInputs;
}

/**
 * What the account has of a template. The list may lag behind writes, so drift and loss are concluded only from a GET by id;
 * a template that the list shows as declared costs no request of its own.
 */
async function observe(
  inputs: TemplateInputs,
  templateId: string,
  account: Account,
  route: Route,
): Promise<WireTemplate | undefined> {
  const listed = (await account.snapshot(route)).find(inputs.name, inputs.language);
  if (listed !== undefined && compareTemplates(bodyOf(inputs), listed).equal) return listed;
  const current = listed && (await account.readById(listed.id, route));
  return current ?? account.confirmGone(labelOf(inputs), templateId, route);
}

/** Reads from the run's snapshot: a refresh of many templates costs a few list pages, and a request per template that differs. */
export async function readTemplate(
  outputs: PropertyBag,
  runtime: ProviderRuntime,
): Promise<{ id: string; props: PropertyBag; inputs: PropertyBag } | undefined> {
  const inputs = inputsOf(outputs);
  const facts = factsOf(outputs);
  const route = routeOf(outputs);
  const account = runtime.account(inputs.waba);
  account.seen();
  const remote = await observe(inputs, facts.templateId, account, route);
  if (remote === undefined) return undefined;
  const observed = inputsAsObserved(inputs, remote);
  const connection = await runtime.connections.of(route);
  const place = placeOf(runtime, inputs, connection);
  const props = outputsOf(observed, remote, recentEdits(facts.edits, runtime.now()), place);
  reportState(props, outputs, runtime);
  reportUnknownFields(inputs, remote, outputs, runtime);
  return { id: idOf(inputs), props, inputs: observed };
}

/** Fields that WhatsApp returns and Mycobot does not know are reports, not drift. */
function reportUnknownFields(
  inputs: TemplateInputs,
  remote: WireTemplate,
  outputs: PropertyBag,
  runtime: ProviderRuntime,
): void {
  const { reports } = compareTemplates(bodyOf(inputs), remote);
  const unknown = reports.filter(({ code }) => code === "unknown-field").map(({ path }) => path);
  if (unknown.length === 0) return;
  const label = `${inputs.name}/${inputs.language}`;
  const text = `${label}: the account has ${unknown.join(", ")}, which this release does not know. It is left alone.`;
  runtime.warnings.add("MYCO_W_FIELD_UNKNOWN", text, urnOf(outputs, "Template", label));
}
