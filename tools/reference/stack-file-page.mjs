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
    "The keys of `stacks/NAME.yaml`, one file per environment. `schema/stack.schema.json` describes them for editors: insert `# yaml-language-server: $schema=../schema/stack.schema.json` as the first line. " +
      "`mycobot validate` also checks rules that this table does not contain: rules across templates and languages, and WhatsApp's rules for texts.",
    "`null` removes a key of an extended file. `…` in a key represents a name of your choice.",
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
