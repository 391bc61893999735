import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CLIENTS } from "./clients/index.ts";
import { resultsOf } from "./harness/foreign-client.ts";
import { type Column, conformancePage } from "./harness/matrix.ts";
import { OPERATION_NAMES } from "./harness/operations.ts";

const PAGE = join(import.meta.dirname, "../../docs/reference/conformance.md");

// The tests are named after what the clients did, so the clients run while vitest collects the tests.
const columns: Column[] = [];
for (const client of CLIENTS) columns.push({ client, results: await resultsOf(client) });

describe.each(columns)("$client.name $client.version $client.address", ({ client, results }) => {
  const { exceptions = {} } = client;

  it.each(results)("$name", ({ name, ok, detail }) => {
    const exception = exceptions[name];
    if (exception === undefined) expect({ ok, detail }).toEqual({ ok: true });
    else {
      expect(ok, `passes: remove the exception "${exception.reason}"`).toBe(false);
      expect(detail).toMatch(exception.detail);
    }
  });

  it("does each operation once, and each exception is one of them", () => {
    const names = results.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(OPERATION_NAMES).toEqual(expect.arrayContaining(names));
    expect(names).toEqual(expect.arrayContaining(Object.keys(exceptions)));
  });
});

describe("docs/reference/conformance.md", () => {
  it("is what the clients did: `npm run test:conformance -- --update` writes it", async () => {
    await expect(`${conformancePage(columns)}\n`).toMatchFileSnapshot(PAGE);
  });

  it("has no operation without a client", () => {
    const done = columns.flatMap(({ results }) => results.map(({ name }) => name));
    expect(OPERATION_NAMES.filter((name) => !done.includes(name))).toEqual([]);
  });
});
