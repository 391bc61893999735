import type { ServerResponse } from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { OddGateway } from "./harness/odd-gateway.ts";
import { expectUp, fault, graphError, stage, textStack, WABA } from "./harness/scenario.ts";
import { TEST_KEY } from "./harness/workspace.ts";

const { account, workspace, people } = await stage({ rate: 0 }, "dev");
const good = textStack({ kept: "This one is kept whatever happens." });
const more = textStack({ kept: "This one is kept whatever happens.", wanted: "This one is wanted as well." });

beforeAll(async () => {
  await workspace.writeStack("dev", good);
  await expectUp(workspace, "dev");
});

async function managed(): Promise<string[]> {
  return (await workspace.state("dev")).filter(({ type }) => type.endsWith(":Template")).map(({ id }) => String(id));
}

/** Expects `up` to fail with one clear error, without changing the state or creating anything. */
async function expectRefused(says: RegExp, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const up = await workspace.up("dev", [], { env });
  expect(up.code, up.output).not.toBe(0);
  expect(up.output).toMatch(says);
  expect(up.output).not.toContain(TEST_KEY);
  expect(up.output, "no stack trace").not.toMatch(/^\s+at .*\.js:\d+/m);
  expect(await managed()).toEqual([`${WABA}/kept/en_US`]);
  expect(await people.names()).toEqual(["kept/en_US"]);
}

describe("an invalid maxDeletes", () => {
  it.each([-1, 1.5, "200%"])("%j is rejected", async (maxDeletes) => {
    await workspace.writeStack("dev", { ...good, settings: { maxDeletes } });
    await expectRefused(/stacks\/dev\.yaml:\d+:\d+.*maxDeletes/s);
  });
});

describe("a state of a newer release", () => {
  it("is rejected by preview, up, refresh and destroy, before any request", async () => {
    await workspace.writeStack("dev", good);
    const { stdout } = await workspace.pulumi(["stack", "export", "-s", "dev"]);
    await workspace.write("state.json", stdout.replaceAll('"stateVersion": 1', '"stateVersion": 2'));
    await workspace.pulumi(["stack", "import", "-s", "dev", "--file", "state.json"]);
    const before = JSON.stringify(account.metrics().requests);
    for (const run of ["preview", "up", "refresh", "destroy"] as const) {
      const { code, output } = await workspace[run]("dev");
      expect(code, output).not.toBe(0);
      expect(output).toMatch(
        /its state has format 2; this release of Mycobot reads formats up to 1.*MYCO_STATE_TOO_NEW/s,
      );
    }
    expect(JSON.stringify(account.metrics().requests)).toBe(before);
    expect(await managed()).toEqual([`${WABA}/kept/en_US`]);
    await workspace.write("state.json", stdout);
    await workspace.pulumi(["stack", "import", "-s", "dev", "--file", "state.json"]);
  });
});

describe("an invalid stack file", () => {
  it.each([
    { what: "malformed YAML", file: "account:\n  waba: [\ntemplates: {}\n", says: /stacks\/dev\.yaml:\d+:\d+/ },
    {
      what: "a number instead of an id",
      file: `account:\n  waba: ${WABA}\ntemplates:\n  kept: { category: UTILITY, languages: { en_US: { body: Hello to all of you. } } }\n`,
      says: /stacks\/dev\.yaml:2:9.*quotes/s,
    },
    {
      what: "a misspelled key",
      file: `account: { waba: "${WABA}" }\ntemplates:\n  kept: { category: UTILITY, langauges: { en_US: { body: Hello to all of you. } } }\n`,
      says: /stacks\/dev\.yaml:3:\d+.*did you mean `languages`/is,
    },
  ])("$what is rejected", async ({ file, says }) => {
    await workspace.writeStack("dev", file);
    await expectRefused(says);
  });

  it("a missing file is reported", async () => {
    await workspace.init("lost");
    const preview = await workspace.preview("lost");
    expect(preview.code).not.toBe(0);
    expect(preview.output).toMatch(/stacks\/lost\.yaml/);
  });
});

describe("an invalid API key", () => {
  it.each([
    { what: "a missing key", key: "", says: /MATON_API_KEY/ },
    { what: "a key with a trailing space", key: `${TEST_KEY} `, says: /MATON_API_KEY.*(space|whitespace)/is },
    { what: "a key with a trailing newline", key: `${TEST_KEY}\n`, says: /MATON_API_KEY.*(newline|line)/is },
  ])("$what is rejected", async ({ key, says }) => {
    await workspace.writeStack("dev", more);
    await expectRefused(says, { MATON_API_KEY: key });
  });
});

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  return response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function maton(code: number, type: string, message: string) {
  return { error: { message, type, code } };
}

describe("a gateway with unexpected responses", () => {
  it.each<{ what: string; answer: (response: ServerResponse) => void; says: RegExp }>([
    {
      what: "HTML",
      answer: (response) =>
        response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Please sign in</body></html>"),
      says: /text\/html|HTML/,
    },
    {
      what: "401",
      answer: (response) => json(response, 401, maton(401, "Unauthorized", "Invalid API key")),
      says: /401.*MYCO_KEY_REFUSED/s,
    },
    { what: "404", answer: (response) => json(response, 404, maton(404, "Not Found", "Not found")), says: /404/ },
    {
      what: "429 for every request",
      answer: (response) => json(response, 429, maton(429, "Too Many Requests", "Slow down"), { "retry-after": "0" }),
      says: /429.*MYCO_RATE_LIMITED/s,
    },
    {
      what: "500",
      answer: (response) => json(response, 500, maton(500, "Internal Server Error", "Boom")),
      says: /500/,
    },
    {
      what: "a truncated body",
      answer: (response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
        response.write('{"connections":[', () => response.destroy());
      },
      says: /MYCO_GATEWAY/,
    },
    {
      what: "a closed connection",
      answer: (response) => response.destroy(),
      says: /MYCO_GATEWAY_UNREACHABLE|MYCO_GATEWAY/,
    },
  ])("$what fails the run with one clear error", async ({ answer, says }) => {
    await workspace.writeStack("dev", more);
    const odd = await OddGateway.start(answer);
    try {
      await expectRefused(says, { MATON_API_URL: odd.url });
      expect(odd.requests).toBeGreaterThan(0);
    } finally {
      await odd.close();
    }
  });

  it("a closed port is reported as unreachable", async () => {
    await workspace.writeStack("dev", more);
    const gone = await OddGateway.start((response) => response.end());
    const { url } = gone;
    await gone.close();
    await expectRefused(/MYCO_GATEWAY_UNREACHABLE/, { MATON_API_URL: url });
  });

  it("plain http to another host is rejected before the key is sent", async () => {
    await workspace.writeStack("dev", more);
    await expectRefused(/MYCO_INSECURE_URL/, { MATON_API_URL: "http://gateway.example.com" });
  });
});

describe("a template that WhatsApp rejects", () => {
  it("is reported with the resource, WhatsApp's message and code, and the trace id", async () => {
    await workspace.writeStack("dev", more);
    const body = graphError(100, "Invalid parameter", {
      error_subcode: 2388299,
      error_user_title: "Leading or trailing params not allowed",
      error_user_msg: "Variables can't be at the start or end of the template.",
    });
    account.setFaults({ rules: [fault({ method: "POST", path: "**/message_templates" }, { status: 400, body })] });
    await expectRefused(/template wanted\/en_US.*2388299.*Leading or trailing params not allowed.*AbCdEfGh123/s);
    account.setFaults({});
  });

  it("after all of these errors, the next up succeeds", async () => {
    await workspace.writeStack("dev", more);
    await expectUp(workspace, "dev");
    expect(await people.names()).toEqual(["kept/en_US", "wanted/en_US"]);
  });
});
