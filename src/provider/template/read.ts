import type { WireTemplate } from "../../gateway/index.ts";
import {
  canonicalTemplate,
  compareTemplates,
  observedAsDeclared,
  type TemplateBody,
} from "../../model/template/index.ts";
import { contentOfBody } from "../../model/template/inputs.ts";
import { recentEdits } from "../../model/template/life-cycle/edit-budget.ts";
import { meaningOfStatus } from "../../model/template/life-cycle/statuses.ts";
import type { Account } from "../account/account.ts";
import type { Route } from "../gateway-identity.ts";
import { routeOf } from "../gateway-identity.ts";
import { type PropertyBag, urnOf } from "../property-bag.ts";
import type { Run } from "../run.ts";
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
 * The inputs as the account has them. Parts that are equal in meaning stay exactly as declared: a refresh of an unchanged
 * template changes nothing, and drift shows only the parts that differ.
 */
function inputsAsObserved(inputs: TemplateInputs, remote: WireTemplate): TemplateInputs {
  const declared: TemplateBody = bodyOf(inputs);
  const observed = contentOfBody(observedAsDeclared(canonicalTemplate(declared), remote));
  // Both halves have the shape of template inputs.
  return withoutDefaults({ ...placementOf(inputs), ...observed }) as TemplateInputs;
}

/**
 * The template in the account. The list may lag behind writes, so drift and loss are concluded only from a GET by id; a template
 * that the list shows as declared needs no request of its own.
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

/** Reads from the run's snapshot: a refresh of many templates needs a few list pages, plus one request per template that differs. */
export async function readTemplate(
  outputs: PropertyBag,
  run: Run,
): Promise<{ id: string; props: PropertyBag; inputs: PropertyBag } | undefined> {
  const inputs = inputsOf(outputs);
  const facts = factsOf(outputs);
  const route = routeOf(outputs);
  const account = run.account(inputs.waba);
  account.recordRead();
  const remote = await observe(inputs, facts.templateId, account, route);
  if (remote === undefined) return undefined;
  const observed = inputsAsObserved(inputs, remote);
  const connection = await run.connections.of(route);
  const place = run.identity.provenance(inputs, connection);
  const now = run.now();
  const times = { edits: recentEdits(facts.edits, now), now, pendingSince: facts.pendingSince };
  const props = outputsOf(observed, remote, times, place);
  warnOfStatus(props, outputs, run);
  reportUnknownFields(inputs, remote, outputs, run);
  return { id: idOf(inputs), props, inputs: observed };
}

/** Fields that WhatsApp returns and Mycobot does not know are reported; they are not drift. */
function reportUnknownFields(inputs: TemplateInputs, remote: WireTemplate, outputs: PropertyBag, run: Run): void {
  const { reports } = compareTemplates(bodyOf(inputs), remote);
  const unknown = reports.filter(({ code }) => code === "unknown-field").map(({ path }) => path);
  if (unknown.length === 0) return;
  const label = `${inputs.name}/${inputs.language}`;
  const text = `${label}: the account has ${unknown.join(", ")}, which this release does not know. Mycobot does not change it.`;
  run.warnings.add("MYCO_W_FIELD_UNKNOWN", text, urnOf(outputs, "template", label));
}

/** Warns about category, rejection, review and other statuses, from the outputs. `source` has the engine's keys. */
export function warnOfStatus(outputs: PropertyBag, source: PropertyBag, { warnings }: Run): void {
  const { name, language, status, category, approvedCategory, rejectedReason } = outputs;
  const label = `${name}/${language}`;
  const urn = urnOf(source, "template", label);
  if (
    typeof approvedCategory === "string" &&
    approvedCategory !== "UNKNOWN" &&
    String(category).toUpperCase() !== approvedCategory
  ) {
    const text = `${label}: declared as ${category}, but WhatsApp assigned ${approvedCategory}. Prices and consent rules follow WhatsApp's category.`;
    warnings.add("MYCO_W_CATEGORY_CHANGED", text, urn);
  }
  if (status === "REJECTED") {
    const reason = rejectedReason === undefined ? "no reason given" : `reason: ${rejectedReason}`;
    warnings.add(
      "MYCO_W_REJECTED",
      `${label}: WhatsApp rejected it (${reason}). It is submitted again when its content changes.`,
      urn,
    );
  }
  if (status === "PENDING") {
    const text = `${label} is in review, possibly with others: it cannot be sent until WhatsApp approves it. 'mycobot wait' waits for the decisions.`;
    warnings.once("MYCO_W_IN_REVIEW", text, urn);
  }
  const { meaning, advice = "" } = meaningOfStatus(String(status)) ?? {};
  if (meaning !== undefined) warnings.add("MYCO_W_STATUS", `${label} is ${status}: ${meaning}. ${advice}`.trim(), urn);
}
