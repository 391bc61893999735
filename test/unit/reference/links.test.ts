import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");

async function markdownFiles(): Promise<string[]> {
  const below = await readdir(join(ROOT, "docs"), { recursive: true });
  const top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md"];
  return [...top, ...below.map((name) => join("docs", name))].filter((name) => name.endsWith(".md"));
}

/** Headings as GitHub spells them in links. */
function anchors(markdown: string): string[] {
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

const text = new Map<string, string>();
for (const file of await markdownFiles()) text.set(file, await readFile(join(ROOT, file), "utf8"));

test.each([...text.keys()])("the links of %s lead somewhere", (file) => {
  const prose = (text.get(file) ?? "").replace(/^```[\s\S]*?^```/gm, "");
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  const broken: string[] = [];
  for (const target of targets.filter((each) => !/^https?:/.test(each))) {
    const [path = "", anchor] = target.split("#");
    const named = path === "" ? file : relative(ROOT, join(ROOT, dirname(file), path));
    if (!existsSync(join(ROOT, named)) || (anchor !== undefined && !anchors(text.get(named) ?? "").includes(anchor)))
      broken.push(target);
  }
  expect(broken).toEqual([]);
});
