import type { WireTemplate } from "../../types/template.ts";

/**
 * Whether WhatsApp made the template itself, from messages sent without one (Direct Send). It is listed among the others, under a name
 * of its own or one that the business chose, and can be neither edited (2388318) nor deleted (2388330). Source: Meta's pages
 * on Direct Send, July 2026.
 */
export function isGenerated({ source }: Pick<WireTemplate, "source">): boolean {
  return source === "AUTO_GENERATED";
}
