import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CONNECTION, DEFAULT_PHONE, DEFAULT_WABA, temporaryFolder } from "./account.ts";

const TEXTS = {
  en_US: "Hi {{1}}, your order is on its way and will be with you tomorrow.",
  es_MX: "Hola {{1}}, tu pedido ya va en camino y llega a tu casa mañana.",
} as const;

type Language = keyof typeof TEXTS;

/** The body of WhatsApp's create call that the stack of {@link stackProject} declares. */
export function orderBody(language: Language, name = "order_shipped") {
  const body = { type: "BODY", text: TEXTS[language], example: { body_text: [["Ana"]] } };
  return { name, language, category: "UTILITY", components: [body] };
}

/** As a list shows it. */
export function listed(language: Language, status: string, more: object = {}) {
  const id = language === "en_US" ? "1001" : "1002";
  return { ...orderBody(language), id, status, parameter_format: "POSITIONAL", ...more };
}

export interface StackProject {
  folder: string;
  /** `order_en_US.json`, `order_es_MX.json`: bodies of the create call. */
  files: Record<Language, string>;
}

/** A project with stacks/shop.yaml: one template in two languages, a profile, a connection by its id. */
export async function stackProject({ connection = `{ id: ${CONNECTION} }`, more = "" } = {}): Promise<StackProject> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "stacks"));
  const languages = Object.entries(TEXTS).map(
    ([language, text]) => `      ${language}:\n        body: ${JSON.stringify(text)}\n        examples: [Ana]`,
  );
  const stack = [
    `account: { waba: "${DEFAULT_WABA}", connection: shop }`,
    `connections: { shop: ${connection} }`,
    `profiles: { "${DEFAULT_PHONE}": { about: Fresh herbs } }`,
    "templates:",
    "  order_shipped:",
    "    category: UTILITY",
    "    languages:",
    ...languages,
    more,
  ];
  await writeFile(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  await writeFile(join(folder, "stacks", "shop.yaml"), stack.join("\n"));
  for (const language of ["en_US", "es_MX"] as const) {
    await writeFile(join(folder, `order_${language}.json`), JSON.stringify(orderBody(language)));
  }
  return { folder, files: { en_US: join(folder, "order_en_US.json"), es_MX: join(folder, "order_es_MX.json") } };
}
