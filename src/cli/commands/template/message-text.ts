type Fields = Readonly<Record<string, unknown>>;

/**
 * The text that a template's message has: its body with the samples filled in. Undefined for a template whose text WhatsApp
 * writes itself (authentication, library). A variable without a sample stays as it is.
 */
export function messageText(template: unknown): string | undefined {
  const { components } = fieldsOf(template);
  const parts = Array.isArray(components) ? components.map(fieldsOf) : [];
  const { text, example } = parts.find(({ type }) => String(type).toUpperCase() === "BODY") ?? {};
  if (typeof text !== "string" || text.trim() === "") return undefined;
  const samples = samplesOf(fieldsOf(example));
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (variable, name: string) => samples.get(name) ?? variable);
}

/** By the variable's number or name: `body_text: [["Ana"]]`, or `body_text_named_params: [{ param_name, example }]`. */
function samplesOf({ body_text, body_text_named_params: named }: Fields): Map<string, string> {
  const [first] = Array.isArray(body_text) ? body_text : [];
  const row: unknown[] = Array.isArray(first) ? first : Array.isArray(body_text) ? body_text : [];
  const pairs = Array.isArray(named) ? named.map(fieldsOf) : [];
  return new Map([
    ...row.map((sample, index): [string, string] => [String(index + 1), String(sample)]),
    ...pairs.map(({ param_name, example }): [string, string] => [String(param_name), String(example)]),
  ]);
}

function fieldsOf(value: unknown): Fields {
  // Any object's fields may be looked at.
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
