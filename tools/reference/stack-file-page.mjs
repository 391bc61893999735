import { page, table } from "./markdown.mjs";
import { schemaRows } from "./schema-rows.mjs";

const HEADER = ["key", "type", "limit", "meaning", "example"];

const keyTable = (schema, prefix = "") => table(HEADER, schemaRows(schema, prefix));

/** docs/reference/stack-file.md */
export const stackFilePage = (schema) => {
  const { templates, ...others } = schema.properties;
  const template = templates.additionalProperties;
  const { languages, previous, ...ofTemplate } = template.properties;
  const language = schema.$defs.language;
  return page("Stack files", [
    "`stacks/NAME.yaml`, one per environment. `schema/stack.schema.json` holds the same for editors: put `# yaml-language-server: $schema=../schema/stack.schema.json` on the first line. " +
      "`mycobot validate` checks more than this table can say: rules across templates and languages, and WhatsApp's rules for texts.",
    "`null` takes away what an extended file has. `…` in a key stands for a name of your choice.",
    "## The file",
    keyTable({ properties: { ...others, templates: { ...templates, additionalProperties: {} } } }),
    "## A template: `templates.…`",
    keyTable({
      properties: {
        ...ofTemplate,
        languages: { ...languages, additionalProperties: {} },
        previous: { ...previous, additionalProperties: {} },
      },
    }),
    "## A language: `templates.….languages.…`",
    keyTable(language),
    "## Languages",
    languages.propertyNames.enum.map((each) => `\`${each}\``).join(", "),
  ]);
};
