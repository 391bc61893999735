// What compiles and what does not: `npm run check:types` reports a @ts-expect-error without an error. Nothing here runs.
import * as pulumi from "@pulumi/pulumi";
import {
  BusinessProfile,
  Connection,
  loadStack,
  MessagingStack,
  Template,
  type TemplateComponent,
  unchecked,
} from "../../../src/index.ts";

const config = new pulumi.Config();
const body = { type: "BODY", text: "See you soon!" } as const satisfies TemplateComponent;
const visit = { waba: "102290129340398", name: "visit", language: "en_US", category: "UTILITY" } as const;
const order: { language: string } = { language: "es_MX" };
const profile = { phone: "106540352242922" };

// WhatsApp's values, in both of its spellings.
new Template("a", { ...visit, components: [body] });
new Template("b", {
  ...visit,
  category: "utility",
  parameterFormat: "named",
  components: [{ type: "body", text: "Hi" }],
});
new BusinessProfile("c", { ...profile, vertical: "RETAIL" });

// A typing error.
// @ts-expect-error: no such category
new Template("d", { ...visit, category: "PROMO" });
// @ts-expect-error: the codes have an underscore
new Template("e", { ...visit, language: "en-US" });
// @ts-expect-error: no such component
new Template("f", { ...visit, components: [{ type: "BODYY", text: "Hi" }] });
// @ts-expect-error: no such header
new Template("g", { ...visit, components: [{ type: "HEADER", format: "PICTURE" }] });
// @ts-expect-error: no such button
new Template("h", { ...visit, components: [body, { type: "BUTTONS", buttons: [{ type: "LINK", text: "Go" }] }] });
// @ts-expect-error: no such component on a card
new Template("i", { ...visit, components: [body, { type: "CAROUSEL", cards: [{ components: [{ type: "BODYY" }] }] }] });
// @ts-expect-error: no such parameter format
new Template("j", { ...visit, parameterFormat: "NUMBERED" });
// @ts-expect-error: no such sub-category
new Template("k", { ...visit, subCategory: "ORDER" });
// @ts-expect-error: no such vertical
new BusinessProfile("l", { ...profile, vertical: "SHOP" });
// @ts-expect-error: a text that is known at run time only
new Template("m", { ...visit, language: order.language });
// @ts-expect-error: such an output
new Template("n", { ...visit, category: pulumi.output("PROMO") });

// The way around the lists.
new Template("o", { ...visit, category: unchecked("PROMO"), language: unchecked(order.language) });
new Template("p", { ...visit, language: pulumi.output("en_US").apply(unchecked) });
new Template("q", { ...visit, components: [{ type: unchecked("POLL"), options: ["Yes", "No"] }] });
new Template("r", {
  ...visit,
  components: [{ type: "BUTTONS", buttons: [{ type: unchecked("POLL"), text: "Vote" }] }],
});
new BusinessProfile("s", { ...profile, vertical: unchecked("SHOP") });

// Inputs of every form: values, promises, outputs of other resources.
const connection = new Connection("t", {});
const category = pulumi.output<"UTILITY" | "MARKETING">("UTILITY");
const components = pulumi.output([body]);
new Template("u", {
  ...visit,
  connection: connection.connectionId,
  waba: config.requireSecret("waba"),
  category,
  components,
});
new Template("v", { ...visit, language: Promise.resolve("es_MX" as const), components: [pulumi.output(body)] });
new Template("w", {
  ...visit,
  components: [{ type: "BODY", text: pulumi.interpolate`Order ${config.require("order")}` }],
});
new BusinessProfile("x", { ...profile, vertical: pulumi.output("RETAIL" as const), about: connection.status });

// Templates of a stack file, one by one.
const stack = await loadStack("dev");
new MessagingStack("y", stack);
for (const { logicalName, body } of stack.templates) {
  const { name, language, category, components = [] } = body;
  new Template(logicalName, {
    waba: stack.account.waba,
    name,
    language: unchecked(language),
    category: unchecked(category),
    components: components.map((component) => ({ ...component, type: unchecked(component.type) })),
  });
}
