import type { WhatsAppAnswer } from "../issue.ts";

function invalid(subcode: number): WhatsAppAnswer {
  return { code: 100, subcode };
}

/**
 * Answers of the create call, by their subject (HTTP 400).
 * Source: Meta, error codes; answers recorded by others for those that Meta does not list.
 */
export const TEMPLATE_ANSWERS = {
  invalidParameter: { code: 100 },
  tooLong: invalid(2388040),
  unexpectedField: invalid(2388042),
  missingField: invalid(2388043),
  name: invalid(2388046),
  sampleName: invalid(2388155),
  language: invalid(2388049),
  headerFormat: invalid(2388047),
  bodyFormat: invalid(2388072),
  footerFormat: invalid(2388073),
  buttonField: invalid(2388050),
  urlFormat: invalid(2388052),
  buttonLabel: invalid(2388060),
  wordsPerVariable: invalid(2388293),
  variableAtEdge: invalid(2388299),
  phoneNumber: { code: 192 },
} as const satisfies Record<string, WhatsAppAnswer>;
