import type { BusinessProfileFields } from "../../model/profile/index.ts";
import { type TemplateEntry, templateNode } from "./template-entries.ts";
import { commented, mapNode, type YamlPair, yamlText } from "./yaml-text.ts";

/** A profile of the account to write into a stack file. */
export interface WrittenProfile {
  phone: string;
  fields: BusinessProfileFields;
  /** As the stack file names it. */
  picture?: string;
  comments: readonly string[];
}

/** The content of a new stack file. */
export interface WrittenStack {
  /** Lines at the top. */
  comments: readonly string[];
  account: { waba: string; connection: string; app?: string };
  /** Ids by key. */
  connections: Readonly<Record<string, string>>;
  profiles: readonly WrittenProfile[];
  templates: readonly TemplateEntry[];
}

/** The text of a new stack file. */
export function stackText({ comments, account, connections, profiles, templates }: WrittenStack): string {
  const sections: YamlPair[] = [
    commented("account", account),
    commented("connections", Object.fromEntries(Object.entries(connections).map(([key, id]) => [key, { id }]))),
    ...(profiles.length === 0 ? [] : [commented("profiles", mapNode(profiles.map(profilePair)))]),
    commented("templates", mapNode(templates.map(templatePair))),
  ];
  const head = comments.map((line) => `# ${line}\n`).join("");
  return head + sections.map((section) => yamlText(mapNode([section]))).join("");
}

export function profilePair({ phone, fields, picture, comments }: WrittenProfile): YamlPair {
  return commented(phone, mapNode({ ...fields, ...(picture === undefined ? {} : { picture }) }), comments);
}

export function templatePair(entry: TemplateEntry): YamlPair {
  return commented(entry.key, templateNode(entry));
}
