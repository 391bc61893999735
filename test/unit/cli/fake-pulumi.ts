import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";

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
