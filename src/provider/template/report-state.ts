import type { ProviderRuntime } from "../runtime.ts";
import { type PropertyBag, urnOf } from "../wire.ts";

/** Warns about what WhatsApp made of a template, going by its outputs. `source` has the engine's keys. */
export function reportState(outputs: PropertyBag, source: PropertyBag, { warnings }: ProviderRuntime): void {
  const { name, language, status, category, approvedCategory, rejectedReason } = outputs;
  const label = `${name}/${language}`;
  const urn = urnOf(source, "Template", label);
  if (
    typeof approvedCategory === "string" &&
    approvedCategory !== "UNKNOWN" &&
    String(category).toUpperCase() !== approvedCategory
  ) {
    const text = `${label}: declared as ${category}, and WhatsApp made it ${approvedCategory}. Prices and consent follow WhatsApp's category.`;
    warnings.add("MYCO_W_CATEGORY_CHANGED", text, urn);
  }
  if (status === "REJECTED") {
    const reason = rejectedReason === undefined ? "WhatsApp gives no reason" : `reason: ${rejectedReason}`;
    warnings.add(
      "MYCO_W_REJECTED",
      `${label}: WhatsApp rejected it (${reason}). It is sent again once its content changes.`,
      urn,
    );
  }
  if (status === "PENDING") {
    const text = `${label} is in review, perhaps with others: not sendable until WhatsApp approves it. 'mycobot wait' waits for the decisions.`;
    warnings.once("MYCO_W_IN_REVIEW", text, urn);
  }
}
