import { z } from "zod";
import { account, connections } from "./account.ts";
import { profiles } from "./profile.ts";
import { list, mapOf, shown, text } from "./scalars.ts";
import { settings } from "./settings.ts";
import { templates } from "./template.ts";

function base(description: string) {
  return text({ description, example: "base.yaml" });
}

/** A stack file after merging. */
export const stackFile = z
  .strictObject({
    extends: shown(
      z.union([
        base("A file."),
        list(base("A file."), {
          description: "Files, the later ones laid on the earlier ones.",
          example: ["base.yaml"],
        }),
      ]),
      {
        description:
          "The file, or files, that this one is laid on. Maps merge by key, lists and scalars are replaced, null removes.",
        example: "base.yaml",
      },
    ).optional(),
    account,
    values: mapOf(
      shown(z.union([z.string(), z.number(), z.boolean()]), {
        description: "A value.",
        example: "https://example.com",
      }),
      {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the stack file's syntax
        description: "Values for ${name}, which may stand in any text. $${ is a literal ${.",
        example: { shop_url: "https://example.com" },
      },
    ).optional(),
    settings: settings.optional(),
    connections: connections.optional(),
    profiles: profiles.optional(),
    templates: templates.optional(),
  })
  .meta({ title: "Mycobot stack file", description: "One environment of a WhatsApp Business account." });
