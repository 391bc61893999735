import { describe, expect, it } from "vitest";
import {
  type CheckedStack,
  checkedStack,
  distinctIssues,
} from "../../../../src/cli/commands/validate/checked-stack.ts";
import { githubText } from "../../../../src/cli/commands/validate/github.ts";
import { sarifLog } from "../../../../src/cli/commands/validate/sarif.ts";
import { type Line, sourceExcerpt, validateText } from "../../../../src/cli/commands/validate/text.ts";
import { displayWidth } from "../../../../src/cli/output/wrap.ts";
import type { StackIssue } from "../../../../src/stack/types.ts";

function plain(_: unknown, text: string) {
  return text;
}

function issue(fields: Partial<StackIssue> = {}): StackIssue {
  return {
    severity: "error",
    code: "body-too-long",
    path: "/templates/hello/languages/en_US/body",
    file: "stacks/dev.yaml",
    line: 3,
    column: 9,
    message: "The body has 1100 characters; WhatsApp takes 1024.",
    hint: "Shorten it.",
    ...fields,
  };
}

describe("githubText", () => {
  it("is one workflow command per issue", () => {
    expect(githubText([issue(), issue({ severity: "note", line: 4, column: 1, hint: "" })])).toBe(
      "::error file=stacks/dev.yaml,line=3,col=9,title=mycobot%3A body-too-long::" +
        "The body has 1100 characters; WhatsApp takes 1024.%0AShorten it.\n" +
        "::notice file=stacks/dev.yaml,line=4,col=1,title=mycobot%3A body-too-long::" +
        "The body has 1100 characters; WhatsApp takes 1024.",
    );
  });

  it("escapes what would end the command or a property", () => {
    const text = githubText([issue({ file: "a,b:c%.yaml", message: "100%\r\n::error::x", hint: "" })]);
    expect(text).toBe(
      "::error file=a%2Cb%3Ac%25.yaml,line=3,col=9,title=mycobot%3A body-too-long::100%25%0D%0A::error::x",
    );
  });
});

describe("sarifLog", () => {
  const log = sarifLog(
    [issue({ file: "stacks/a b.yaml" }), issue({ file: "/elsewhere/x.yaml", code: "no-body", hint: "" })],
    "1.2.3",
  );

  it("is SARIF 2.1.0 with rules and places", () => {
    const text = (value: string) => ({ text: value });
    const place = (uri: string) => [
      { physicalLocation: { artifactLocation: { uri }, region: { startLine: 3, startColumn: 9 } } },
    ];
    const message = "The body has 1100 characters; WhatsApp takes 1024.";
    expect(log).toEqual({
      $schema: expect.stringMatching(/^https:.*sarif-schema-2\.1\.0\.json$/),
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "mycobot",
              version: "1.2.3",
              rules: [
                { id: "body-too-long", shortDescription: text("body too long") },
                { id: "no-body", shortDescription: text("no body") },
              ],
            },
          },
          columnKind: "utf16CodeUnits",
          results: [
            {
              ruleId: "body-too-long",
              ruleIndex: 0,
              level: "error",
              message: text(`${message} Shorten it.`),
              locations: place("stacks/a%20b.yaml"),
            },
            {
              ruleId: "no-body",
              ruleIndex: 1,
              level: "error",
              message: text(message),
              locations: place("file:///elsewhere/x.yaml"),
            },
          ],
        },
      ],
    });
  });
});

describe("sourceExcerpt", () => {
  const caretColumn = (excerpt: string) => {
    const [text = "", below = ""] = excerpt.split("\n");
    return { text, under: displayWidth(below) - 1 };
  };

  it.each([
    { what: "plain text", source: "    body: Hi", column: 11, at: "Hi" },
    { what: "the first column", source: "body: Hi", column: 1, at: "body" },
    { what: "wide characters before it", source: "🎉 注文: Hi", column: 8, at: "Hi" },
    { what: "tabs before it", source: "\t\tbody: Hi", column: 9, at: "Hi" },
    {
      what: "a very long line",
      source: `body: ${"word ".repeat(60)}HERE ${"more ".repeat(60)}`,
      column: 307,
      at: "HERE",
    },
    { what: "a line that is long after it", source: `body: HERE ${"more ".repeat(60)}`, column: 7, at: "HERE" },
  ])("points at the place with $what", ({ source, column, at }) => {
    const { text, under } = caretColumn(sourceExcerpt(source, 14, column, 80, plain) ?? "");
    expect(under).toBe(displayWidth(text.slice(0, text.indexOf(at))));
    expect(displayWidth(text)).toBeLessThanOrEqual(80);
    expect(text.startsWith("  14 | ")).toBe(true);
  });

  it("looks at what is near the place only, however long the line is", () => {
    let looked = 0;
    const text = "x".repeat(10_000_000);
    const line: Line = {
      length: text.length,
      slice: (from = 0, to = text.length) => {
        looked += to - from;
        return text.slice(from, to);
      },
    };
    for (let column = 1; column <= text.length; column += 50_000) sourceExcerpt(line, 1, column, 80, plain);
    expect(looked).toBeLessThan(200 * 80 * 20);
  });

  it.each(["", " \t ", "\u00a0"])("is nothing for a line without text (%j)", (blank) => {
    expect(sourceExcerpt(blank, 1, 1, 80, plain)).toBeUndefined();
  });

  it("does not cut a character in two", () => {
    for (let column = 1_000; column < 1_010; column += 1) {
      const excerpt = sourceExcerpt("😀".repeat(2_000), 1, column, 80, plain) ?? "";
      expect(Buffer.from(excerpt).includes("\ufffd"), String(column)).toBe(false);
    }
  });

  it("makes control characters visible", () => {
    expect(sourceExcerpt("a\u001b[2J: x", 1, 1, 80, plain)).toContain("a<U+001B>[2J: x");
  });
});

describe("distinctIssues", () => {
  it("reports an issue of a shared base once", () => {
    const shared = () => ({ issues: [issue({ file: "stacks/base.yaml" })] });
    expect(distinctIssues([shared(), shared()])).toHaveLength(1);
    expect(distinctIssues([{ issues: [issue(), issue({ line: 4 })] }])).toHaveLength(2);
  });
});

describe("validateText", () => {
  const checked = (name: string, issues: StackIssue[], text = ""): CheckedStack =>
    checkedStack(
      { name, file: `/project/${name}.yaml`, fragment: false, issues, sources: new Map([[`${name}.yaml`, text]]) },
      (each) => each,
    );

  it("shows place, line, rule, advice and a row per stack", () => {
    const unknown = issue({
      file: "dev.yaml",
      line: 3,
      column: 5,
      code: "unknown-key",
      message: "Unknown key `bdy`.",
      hint: "Did you mean `body`?",
    });
    const gone = issue({ file: "gone.yaml", line: 1, column: 1, severity: "warning" });
    const stacks = [
      checked("dev", [unknown, gone], "templates:\r\n  hello:\r\n    bdy: Hi\r\n"),
      { ...checked("prod", []), templates: 12 },
    ];
    expect(validateText(stacks, { paint: plain, width: 80, tableWidth: 80 })).toBe(`dev.yaml:3:5 error unknown-key
  3 |     bdy: Hi
    |     ^
  Unknown key \`bdy\`.
  Did you mean \`body\`?

gone.yaml:1:1 warning body-too-long
  The body has 1100 characters; WhatsApp takes 1024.
  Shorten it.

stack  templates  result  problems
dev               not ok  1 error, 1 warning
prod   12         ok      no problems`);
  });
});
