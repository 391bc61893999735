import { labelOfIdentity } from "../model/inventory.ts";
import { compareTemplates, SENDABLE_STATUS, sendableVersions, type TemplateVersion } from "../model/template/index.ts";
import { bodyOfContent, contentOfBody } from "../model/template/inputs.ts";
import type { TemplateDeclaration } from "../stack/types.ts";
import type { ManagedTemplate } from "./inventory.ts";
import * as pulumi from "./pulumi.ts";
import type { Template } from "./template.ts";

/** What senders can use, as of the last read of each template. A key or language of which nothing is known yet is unknown. */
export interface SendableNames {
  /** By key and language: the name of the newest version that is APPROVED. A key without any is undefined. */
  sendableNames: Record<string, pulumi.Output<Record<string, string> | undefined>>;
  /** By key: the languages without an APPROVED version. A key without any is undefined. */
  unsendable: Record<string, pulumi.Output<string[] | undefined>>;
}

/** The versions and languages of a stack's templates by key, each with its resource. */
type Declared = readonly (readonly [TemplateDeclaration, Template])[];

/** The outputs for senders, from the statuses of the templates. */
export function sendableNames(declared: Declared): SendableNames {
  const result: SendableNames = { sendableNames: {}, unsendable: {} };
  for (const [key, versions] of byKey(declared)) {
    const sendable = pulumi
      .all(versions.map(([, template]) => template.status))
      .apply((statuses) => sendableVersions(versions.map(([one], index) => versionOf(one, statuses[index]))));
    result.sendableNames[key] = sendable.apply((found) => {
      const names = [...found.versions].map(([language, { name }]) => [language, name] as const);
      return names.length === 0 ? undefined : Object.fromEntries(names);
    });
    result.unsendable[key] = sendable.apply((found) => (found.unsendable.length === 0 ? undefined : found.unsendable));
  }
  return result;
}

/**
 * Warns of each edit in place after which a key has nothing to send in a language: the edited version is the only APPROVED one, and
 * WhatsApp reviews it again.
 */
export function warnOfEmptiedKeys(declared: Declared, held: readonly ManagedTemplate[]): void {
  const inState = new Map(held.map((one) => [labelOfIdentity(one), one]));
  for (const [key, versions] of byKey(declared)) {
    const states = versions.map(([one]) => versionOf(one, inState.get(labelOfIdentity(one.body))?.status));
    for (const { name, language } of sendableVersions(states).versions.values()) {
      const [edited, ...others] = states.filter((one) => one.language === language && one.status === SENDABLE_STATUS);
      const [declaration, template] =
        versions.find(([{ body }]) => body.name === name && body.language === language) ?? [];
      if (edited === undefined || others.length > 0 || declaration === undefined) continue;
      if (!isEdit(declaration, inState.get(labelOfIdentity(declaration.body)))) continue;
      // The urn of a resource is known in a preview.
      pulumi.log.warn(emptied(key, name, language), template).catch(() => undefined);
    }
  }
}

function emptied(key: string, name: string, language: string): string {
  return `MYCO_W_NOTHING_SENDABLE: ${name}/${language}: \`${key}\` has no other APPROVED version in ${language}: while this edit is in review, senders have nothing to send. To keep sending, restore the content and make a new version: mycobot bump ${key}.`;
}

/** Whether the declaration edits the template: samples alone are not sent for an approved one. */
function isEdit({ body }: TemplateDeclaration, held: ManagedTemplate | undefined): boolean {
  if (held === undefined) return false;
  const declared = contentOfBody(body);
  const former = Object.keys(declared).map((field) => [field, held.outputs[field]] as const);
  const { name, language, category } = declared;
  const content = { ...Object.fromEntries(former), name, language, category, components: held.components };
  return !compareTemplates(body, bodyOfContent(content)).equal;
}

function byKey(declared: Declared): Map<string, (readonly [TemplateDeclaration, Template])[]> {
  const keys = new Map<string, (readonly [TemplateDeclaration, Template])[]>();
  for (const each of declared) keys.set(each[0].key, [...(keys.get(each[0].key) ?? []), each]);
  return keys;
}

function versionOf({ version, body }: TemplateDeclaration, status: string | undefined): TemplateVersion {
  return { version, name: body.name, language: body.language, status };
}
