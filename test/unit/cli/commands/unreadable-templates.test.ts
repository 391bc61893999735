import { describe, expect, it } from "vitest";
import { json, localServer } from "../../gateway/local-server.ts";
import { runCli } from "../run-cli.ts";

const GOOD = { id: "1", name: "order_shipped", language: "en_US", status: "APPROVED", category: "UTILITY" };
const NAMELESS = { id: "2", language: "en_US", status: "APPROVED", category: "UTILITY" };
const ODD = { id: "3", name: "odd\u001b[2J", status: "APPROVED", category: "UTILITY" };
const UNCATEGORISED = { id: "4", name: "plain", language: "en_US", status: "APPROVED" };

/** An account whose list has elements that are no templates. */
async function account() {
  const { url } = await localServer((response, { path }) => {
    if (path.endsWith("/message_templates")) return json(response, 200, { data: [NAMELESS, GOOD, ODD, UNCATEGORISED] });
    if (path.endsWith("/connections")) return json(response, 200, { connections: [] });
    return json(response, 200, { data: [] });
  });
  const env = { MATON_API_URL: url, MATON_API_KEY: "k", MATON_CONNECTION: "c-1", WHATSAPP_WABA_ID: "7" };
  return (...argv: string[]) => runCli(argv, { env });
}

describe("templates of the account that cannot be read", () => {
  it("are reported by template list, which shows the others", async () => {
    const cli = await account();
    const { code, stdout, stderr } = await cli("template", "list");
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "template       language  status    category  quality",
        "order_shipped  en_US     APPROVED  UTILITY",
        "plain          en_US     APPROVED  UNKNOWN",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe(
      [
        'warning: the template 2 en_US cannot be read: data[0] has no "name". It was omitted.',
        'warning: odd<U+001B>[2J cannot be read: data[2] has no "language". It was omitted.',
        "",
      ].join("\n"),
    );
    const { unreadable } = JSON.parse((await cli("template", "list", "--json")).stdout);
    expect(unreadable).toMatchObject([{ id: "2", reason: 'data[0] has no "name"' }, { id: "3" }]);
  });

  it("are reported by template get, which may not find an existing template", async () => {
    const cli = await account();
    const { code, stderr } = await cli("template", "get", "missing");
    expect(code).toBe(1);
    expect(stderr).toContain("warning: the template 2 en_US cannot be read");
  });

  it("need attention in status", async () => {
    const cli = await account();
    const { code, stdout } = await cli("status", "--exit-code", "--json");
    expect(code).toBe(2);
    const { ok, attention, unreadable } = JSON.parse(stdout);
    expect({ ok, attention }).toEqual({
      ok: false,
      attention: [
        'the template 2 en_US cannot be read: data[0] has no "name"',
        'odd\u001b[2J cannot be read: data[2] has no "language"',
      ],
    });
    expect(unreadable).toHaveLength(2);
    expect((await cli("status")).stdout).toContain('odd<U+001B>[2J cannot be read: data[2] has no "language"');
  });
});
