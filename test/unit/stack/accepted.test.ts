import { expect, test } from "vitest";
import { checkStack, contentDigest } from "../../../src/stack/index.ts";
import { project, template } from "./project.ts";

const FOOTER = "x".repeat(61);
const BROKEN = {
  name: "hello",
  language: "en_US",
  category: "UTILITY",
  components: [
    { type: "BODY", text: "Hello there" },
    { type: "FOOTER", text: FOOTER },
  ],
};
const CONTENT = `body: Hello there\nfooter: ${FOOTER}\n`;
function accepting(digest: string) {
  return `accepted: { digest: "${digest}", reason: exists already }`;
}

async function check(content: string) {
  const { root } = await project({ "stacks/dev.yaml": template(content) });
  return checkStack("dev", { projectRoot: root, cwd: root });
}

test("the digest does not depend on the name, on letter case of kinds, or on the order of components", () => {
  const digest = contentDigest(BROKEN);
  expect(digest).toMatch(/^[0-9a-f]{16}$/);
  const components = [
    { type: "footer", text: FOOTER },
    { type: "body", text: "Hello there" },
  ];
  expect(contentDigest({ ...BROKEN, name: "other", components })).toBe(digest);
  expect(contentDigest({ ...BROKEN, language: "en" })).not.toBe(digest);
});

test("while the content has its digest, broken rules are notes and the stack loads", async () => {
  const { issues, stack } = await check(CONTENT + accepting(contentDigest(BROKEN)));
  expect(issues).toEqual([expect.objectContaining({ code: "footer-too-long", severity: "note" })]);
  expect(issues[0]?.message).toContain("exists already");
  expect(stack?.templates[0]).toMatchObject({ accepted: "exists already" });
});

test("after an edit they are errors again, and the hint says why", async () => {
  const { issues, stack } = await check(
    `body: Hello you there\nfooter: ${FOOTER}\n${accepting(contentDigest(BROKEN))}`,
  );
  expect(stack).toBeUndefined();
  expect(issues).toEqual([expect.objectContaining({ code: "footer-too-long", severity: "error" })]);
  expect(issues[0]?.hint).toMatch(/was edited since it was accepted: its digest is [0-9a-f]{16}/);
});

test("unknown fields are kept in accepted content", async () => {
  const digest = contentDigest({ ...BROKEN, new_field: { a: 1 } });
  const { issues, stack } = await check(`${CONTENT}new_field: { a: 1 }\n${accepting(digest)}`);
  expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    "note footer-too-long",
    "note unknown-key",
  ]);
  expect(stack?.templates[0]?.body).toMatchObject({ new_field: { a: 1 } });
});

test("wrong shapes stay errors", async () => {
  const { issues } = await check(`body: 5\n${accepting(contentDigest(BROKEN))}`);
  expect(issues).toContainEqual(expect.objectContaining({ code: "wrong-type", severity: "error" }));
});
