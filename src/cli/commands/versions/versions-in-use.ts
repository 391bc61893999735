import { sendableVersions, type TemplateVersion } from "../../../model/template/index.ts";
import { NOT_CREATED } from "../../account/statuses.ts";
import { collectTemplates, noteUnreadable, pairTemplates } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import type { Scope } from "../../scope/scope.ts";

/** A language in which senders get an older version, and the newer versions that they do not get. */
export interface VersionInUse {
  language: string;
  newer: { version: number; status: string }[];
}

/** The languages in which senders get this version of a template of the scope's stack. */
export async function versionsInUse(
  scope: Scope,
  key: string,
  version: number,
  context: Context,
): Promise<VersionInUse[]> {
  const versions = await readVersions(scope, key, context);
  const sendable = sendableVersions(versions).versions;
  return [...sendable.values()]
    .filter((one) => numberOf(one) === version)
    .map(({ language }) => ({
      language,
      newer: versions
        .filter((one) => one.language === language && numberOf(one) > version)
        .map((one) => ({ version: numberOf(one), status: one.status ?? NOT_CREATED }))
        .toSorted((a, b) => a.version - b.version),
    }));
}

/** The declared versions of a template with their statuses in the account. */
async function readVersions({ gateway, stack, account }: Scope, key: string, context: Context) {
  const declared = (stack?.templates ?? []).filter((template) => template.key === key);
  const call = await account();
  const versions: TemplateVersion[] = [];
  for (const name of new Set(declared.map(({ body }) => body.name))) {
    const found = await collectTemplates(gateway, call, { name }, Number.POSITIVE_INFINITY, context);
    noteUnreadable(found.unreadable, context);
    const own = declared.filter(({ body }) => body.name === name);
    for (const { declared: one, observed } of pairTemplates(own, found.templates).pairs) {
      const { language } = one.body;
      versions.push({ version: one.version, name, language, status: observed?.status });
    }
  }
  return versions;
}

function numberOf({ version = 1 }: TemplateVersion): number {
  return version;
}
