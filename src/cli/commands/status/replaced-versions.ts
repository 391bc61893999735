import { replacedVersions } from "../../../model/template/index.ts";
import { rowOf } from "../../../model/text/index.ts";
import type { PairedTemplates } from "../../account/templates.ts";

/** An older version of a declared template that senders no longer get: a newer one is APPROVED in each of its languages. */
export interface ReplacedVersion {
  /** The key in the stack file. */
  template: string;
  version: number;
  /** Takes it out of the stack file. */
  command: string;
}

/** @param stack as on the command line */
export function replacedVersionsOf(pairs: PairedTemplates["pairs"], stack: string | undefined): ReplacedVersion[] {
  const keys: Record<string, PairedTemplates["pairs"]> = {};
  for (const pair of pairs) keys[pair.declared.key] = [...(rowOf(keys, pair.declared.key) ?? []), pair];
  return Object.entries(keys).flatMap(([template, versions]) =>
    replacedVersions(
      versions.map(({ declared: { version, body }, observed }) => ({
        version,
        name: body.name,
        language: body.language,
        status: observed?.status,
      })),
    ).map((version) => ({
      template,
      version,
      command: `mycobot retire ${template} --stack ${stack ?? "STACK"} --version ${version}`,
    })),
  );
}

/** `summer_sale version 1: mycobot retire summer_sale --stack dev --version 1` */
export function replacedVersionLines(replaced: readonly ReplacedVersion[]): string[] {
  return replaced.map(({ template, version, command }) => `${template} version ${version}: ${command}`);
}
