import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RESOURCE_TYPES } from "../../../src/model/resource-types.ts";
import { temporaryFolder } from "./account.ts";

/** The environment with a `pulumi` in `folder` that runs this shell script, which gets the arguments of the call. */
export async function fakePulumi(folder: string, script: string) {
  const program = join(folder, "pulumi");
  await writeFile(program, `#!/bin/sh\ncase "$1" in version) echo v3.259.0; exit;; esac\n${script}\n`);
  await chmod(program, 0o755);
  return { PATH: `${folder}:/usr/bin:/bin`, PULUMI_HOME: folder };
}

/** A script that prints what `pulumi stack export` prints. */
export function exported(resources: readonly object[]): string {
  return `cat <<'END'\n${JSON.stringify({ version: 3, deployment: { resources } })}\nEND`;
}

/** A `pulumi` whose states have these ids of connections, by stack and key. Returns its environment and the file with its calls. */
export async function fakeStates(stacks: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const folder = await temporaryFolder();
  const calls = join(folder, "calls");
  const states = Object.entries(stacks).map(([stack, connections]) => {
    const resources = Object.entries(connections).map(([key, id]) => ({
      urn: `urn:pulumi:${stack}::shop::${RESOURCE_TYPES.stack}$${RESOURCE_TYPES.connection}::${key}`,
      type: RESOURCE_TYPES.connection,
      id,
    }));
    return `${stack}) ${exported(resources)}\n;;`;
  });
  const script = [
    `echo "$* key=$MATON_API_KEY" >> "${calls}"`,
    'case "$4" in',
    'locked) echo "error: PULUMI_ACCESS_TOKEN must be set" >&2; exit 3;;',
    ...states,
    `*) echo "error: no stack named '$4' found" >&2; exit 6;;`,
    "esac",
  ];
  return { env: await fakePulumi(folder, script.join("\n")), calls };
}
