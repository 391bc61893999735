import { z } from "zod";
import { list, mapOf, shown, text } from "../shape/schema.ts";
import { templates } from "../templates/template.ts";
import { account, connections } from "./account.ts";
import { profiles } from "./profiles.ts";
import { settings } from "./settings.ts";

function base(description: string) {
  return text({ description, example: "base.yaml" });
}

const extended = shown(
  z.union([
    base("A file."),
    list(base("A file."), {
      description: "Files. Later ones override earlier ones.",
      example: ["base.yaml"],
    }),
  ]),
  {
    description:
      "The file or files that this one extends. Maps merge by key, lists and scalars are replaced, null removes a key.",
    example: "base.yaml",
  },
);

const values = mapOf(
  shown(z.union([z.string(), z.number(), z.boolean()]), {
    description: "A value.",
    example: "https://example.com",
  }),
  {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the stack file's syntax
    description: "Values for ${name} in any text. $${ is a literal ${.",
    example: { shop_url: "https://example.com" },
  },
);

/** The schema of a stack file after merging. */
export const stackFile = z
  .strictObject({
    extends: extended.optional(),
    account,
    values: values.optional(),
    settings: settings.optional(),
    connections: connections.optional(),
    profiles: profiles.optional(),
    templates: templates.optional(),
  })
  .meta({ title: "Mycobot stack file", description: "One environment of a WhatsApp Business account." });
