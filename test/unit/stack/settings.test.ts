// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the stack file's syntax
import { describe, expect, test } from "vitest";
import { checkStack } from "../../../src/stack/index.ts";
import { type Case, TEMPLATES, testEach, VALID } from "./bad-input.ts";
import { project, template } from "./project.ts";

async function stackOf(dev: string) {
  const { root } = await project({ "stacks/dev.yaml": dev });
  const { issues, stack } = await checkStack("dev", { projectRoot: root, cwd: root });
  expect(issues).toEqual([]);
  return stack;
}

const WRONG_LIMIT = /`maxDeletes`.*whole number from 0, or a percentage from 0% to 100%/;

function wrong(value: string): Case {
  return {
    what: `maxDeletes: ${value}`,
    dev: `${VALID}settings: { maxDeletes: ‸${value} }\n`,
    code: "wrong-value",
    message: WRONG_LIMIT,
  };
}

describe("maxDeletes", () => {
  test.each<[string, unknown]>([
    ["0", 0],
    ["5", 5],
    ["6000", 6000],
    ["0%", "0%"],
    ["10%", "10%"],
    ["2.5%", "2.5%"],
    ["100%", "100%"],
    ['"${n}"', 7],
  ])("%s is taken as it is", async (value, expected) => {
    expect((await stackOf(`${VALID}values: { n: 7 }\nsettings: { maxDeletes: ${value} }\n`))?.settings.maxDeletes).toBe(
      expected,
    );
  });

  test("is 10 by default", async () => {
    expect((await stackOf(VALID))?.settings.maxDeletes).toBe(10);
  });

  testEach(['"5"', "-1", "1.5", "200%", "101%", "100.1%", "-5%", '"%"', '"10 %"', "many", "1e3%"].map(wrong));
  testEach([
    { ...wrong("true"), code: "wrong-type", message: /`maxDeletes`/ },
    { ...wrong("[1]"), code: "wrong-type", message: /`maxDeletes`/ },
    { ...wrong(".inf"), code: "not-a-number", message: /not a number/ },
  ]);
});

describe("removal settings of a template", () => {
  const removal = (stack: Awaited<ReturnType<typeof stackOf>>) =>
    stack?.templates.map(({ logicalName, protect, onRemove }) => `${logicalName} ${protect} ${onRemove}`);

  test("override those of the stack, in both directions", async () => {
    const settings = "settings: { protect: true, onRemove: retain }\n";
    const own = "    protect: false\n    onRemove: delete\n";
    expect(removal(await stackOf(settings + template("body: Hello there", own)))).toEqual(["hello/en_US false delete"]);
    expect(removal(await stackOf(settings + template("body: Hello there")))).toEqual(["hello/en_US true retain"]);
    const other = "    protect: true\n    onRemove: retain\n";
    expect(removal(await stackOf(template("body: Hello there", other)))).toEqual(["hello/en_US true retain"]);
  });

  test("apply to its older versions, unless one overrides them", async () => {
    const older = (number: number, more: string) =>
      `${number}: { category: UTILITY, ${more}languages: { en_US: { body: Version ${number} } } }`;
    const more = `    version: 3\n    protect: true\n    onRemove: retain\n    previous: { ${older(1, "")}, ${older(2, "protect: false, onRemove: delete, ")} }\n`;
    expect(removal(await stackOf(template("body: Hello there", more)))).toEqual([
      "hello@3/en_US true retain",
      "hello/en_US true retain",
      "hello@2/en_US false delete",
    ]);
  });

  test("may come from a value", async () => {
    const more = '    protect: "${safe}"\n';
    expect(removal(await stackOf(`values: { safe: true }\n${template("body: Hello there", more)}`))).toEqual([
      "hello/en_US true delete",
    ]);
  });

  testEach([
    {
      what: "protect in a language",
      dev: template("body: Hello there\n‸protect: true"),
      code: "unknown-key",
      message: /`protect`/,
    },
    {
      what: "an unknown onRemove",
      dev: template("body: Hello there", "    onRemove: ‸retian\n"),
      code: "wrong-value",
      message: /`delete`, `retain`/,
      hint: /`retain`/,
    },
  ]);
});

describe("account.connection", () => {
  const using = (connection: string, connections: string) =>
    `account: { waba: "1", connection: ‸${JSON.stringify(connection)} }\nconnections: { ${connections} }\n${TEMPLATES}`;
  const shop = "shop: { app: whatsapp-business }";

  test.each([
    ["shop", shop],
    ["21fd90f9-5935-43cd-b6c8-bde9d915ca80", shop],
    ["21FD90F9-5935-43CD-B6C8-BDE9D915CA80", ""],
    ["conn_abc123", shop],
    ["constructor", "constructor: { app: whatsapp-business }"],
  ])("may be %s", async (connection, connections) => {
    expect((await stackOf(using(connection, connections).replace("‸", "")))?.account.connection).toBe(connection);
  });

  testEach(
    [
      ["shpo", shop, /Did you mean `shop`/],
      ["shop", "", /connections: \{ shop: /],
      ["production2", "production1: { app: whatsapp-business }", /Did you mean `production1`/],
      ["conn_abc123 ", "", /Declare it/],
      ["conn/abc123", shop, /Available: `shop`/],
      ["constructor", shop, /Available: `shop`/],
      ["toString", "", /Declare it/],
    ].map(
      ([connection = "", connections = "", hint]): Case => ({
        what: `${connection} is neither a key nor an id`,
        dev: using(String(connection), String(connections)),
        code: "unknown-connection",
        message: /is neither a key under `connections` nor a connection id/,
        hint: new RegExp(hint as RegExp),
      }),
    ),
  );
});

describe("keys that are names of Object's prototype", () => {
  const INHERITED = ["constructor", "toString", "hasOwnProperty", "prototype", "valueOf"];
  const places: [string, (key: string) => string][] = [
    ["the file", (key) => `${VALID}${key}: { polluted: true }\n`],
    ["the account", (key) => `account: { waba: "1", ${key}: { polluted: true } }\n${TEMPLATES}`],
    ["the settings", (key) => `${VALID}settings: { ${key}: { polluted: true } }\n`],
    ["the connections", (key) => `${VALID}connections: { ${key}: { app: whatsapp-business } }\n`],
    ["a connection", (key) => `${VALID}connections: { a: { ${key}: { polluted: true } } }\n`],
    ["the profiles", (key) => `${VALID}profiles: { ${key}: { about: Herbs } }\n`],
    ["a profile", (key) => `${VALID}profiles: { "1": { ${key}: { polluted: true } } }\n`],
    ["the templates", (key) => `${VALID}  ${key}: { category: UTILITY, languages: { en_US: { body: Good day } } }\n`],
    ["a template", (key) => template("body: Hello there", `    ${key}: { polluted: true }\n`)],
    [
      "older versions",
      (key) => template("body: Hello", `    previous: { ${key}: { languages: { en: { body: Hi } } } }\n`),
    ],
    ["languages", (key) => template("body: Hello there").replace("en_US", key)],
    ["a language", (key) => template(`body: Hello there\n${key}: { polluted: true }`)],
    ["a header", (key) => template(`body: Hello there\nheader: { ${key}: a.jpg }`)],
    ["a button", (key) => template(`body: Hello there\nbuttons: [{ ${key}: { text: Hello } }]`)],
    ["a login code", (key) => template(`authentication: { button: { ${key}: { polluted: true } } }`)],
    ["variables", (key) => template(`body: Hello {{${key}}} there\nvariables: { ${key}: Ana }`)],
    ["a component", (key) => template(`components: [{ type: BODY, text: Hello there, ${key}: { polluted: true } }]`)],
    ["a field", (key) => template(`body: Hello there\nbid_spec: { ${key}: { polluted: true } }`)],
  ];

  test.each(places)("work or are refused in %s", async (_where, dev) => {
    for (const key of INHERITED) {
      const { root } = await project({ "stacks/dev.yaml": dev(key) });
      const { issues, stack } = await checkStack("dev", { projectRoot: root });
      expect(issues.some(({ severity }) => severity === "error")).toBe(stack === undefined);
    }
    expect({}).not.toHaveProperty("polluted");
  });

  test.each([...places, ["the values", (key: string) => `${VALID}values: { ${key}: x }\n`] as const])(
    "__proto__ is refused in %s",
    async (_where, dev) => {
      for (const key of ["__proto__", '"__proto__"', '"\\u005f_proto__"']) {
        const { root } = await project({ "stacks/dev.yaml": dev(key) });
        const { issues, stack } = await checkStack("dev", { projectRoot: root });
        expect(issues).toContainEqual(expect.objectContaining({ severity: "error", code: "reserved-key" }));
        expect(stack).toBeUndefined();
        expect({}).not.toHaveProperty("polluted");
      }
    },
  );

  test("a template, a value and a connection with such a name are declared normally", async () => {
    const stack = await stackOf(
      `account: { waba: "1", connection: constructor }\nconnections: { constructor: { app: whatsapp-business } }\nvalues: { toString: there }\ntemplates:\n  constructor:\n    category: UTILITY\n    languages: { en_US: { body: "Hello \${toString}" } }\n`,
    );
    expect(stack).toMatchObject({
      account: { connection: "constructor" },
      connections: [{ key: "constructor", app: "whatsapp-business" }],
      templates: [{ key: "constructor", body: { name: "constructor", components: [{ text: "Hello there" }] } }],
    });
  });
});
