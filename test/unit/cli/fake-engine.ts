import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "./account.ts";

/** A `pulumi` whose states have these ids of connections, by stack and key. Returns the environment that finds it. */
export async function fakeEngine(stacks: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const home = await temporaryFolder();
  await mkdir(join(home, "bin"));
  for (const [stack, connections] of Object.entries(stacks)) {
    const resources = Object.entries(connections).map(([key, id]) => ({
      urn: `urn:pulumi:${stack}::shop::mycobot:index:MessagingStack$pulumi-nodejs:dynamic/mycobot:Connection::${key}`,
      type: "pulumi-nodejs:dynamic/mycobot:Connection",
      id,
    }));
    await writeFile(join(home, `${stack}.json`), JSON.stringify({ version: 3, deployment: { resources } }));
  }
  const script = [
    "#!/bin/sh",
    'test "$1" = version && echo v3.259.0 && exit',
    `echo "$* key=$MATON_API_KEY" >> "${join(home, "calls")}"`,
    `test "$4" = locked && echo "error: PULUMI_ACCESS_TOKEN must be set" >&2 && exit 3`,
    `test -f "${home}/$4.json" || { echo "error: no stack named '$4' found" >&2; exit 6; }`,
    `cat "${home}/$4.json"`,
  ];
  const program = join(home, "bin", "pulumi");
  await writeFile(program, `${script.join("\n")}\n`);
  await chmod(program, 0o755);
  return { env: { PULUMI_HOME: home, PATH: "/usr/bin:/bin" }, calls: join(home, "calls") };
}
