export const WABA = "102290129340398";
export const PHONE = "106540352242922";

/** A typical template: a header, a body with two variables, a footer and a URL button. */
const template = (number) => ({
  category: "UTILITY",
  variables: { first_name: "Ana", order: "A-1042" },
  languages: {
    en_US: {
      header: `Order update ${number}`,
      body: `Hi {{first_name}}, your order {{order}} has left our garden number ${number}.\nThank you for shopping with us.`,
      footer: "Reply STOP to opt out",
      buttons: [{ url: { text: "Track order", url: `https://example.com/${number}/{{1}}`, example: "A-1042" } }],
    },
  },
});

export function stackOf(count) {
  const templates = Array.from({ length: count }, (_, number) => [`order_update_${number}`, template(number)]);
  return { account: { waba: WABA }, templates: Object.fromEntries(templates) };
}

/**
 * The resources that the floor registers, with the inputs in the product's state, and the additional outputs that it
 * returns.
 */
export function floorOf(resources) {
  const templates = resources.filter(({ type }) => type.endsWith(":Template"));
  const [{ type, inputs, outputs }] = templates;
  return {
    type,
    resources: templates.map((resource) => ({ name: resource.urn.split("::").at(-1), inputs: resource.inputs })),
    facts: Object.fromEntries(Object.entries(outputs).filter(([key]) => !(key in inputs))),
  };
}
