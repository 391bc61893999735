import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ExampleAccount } from "./openapi/account.ts";
import { EXAMPLES, type Example, OPERATIONS, SERVED, schemaErrors } from "./openapi/description.ts";
import { EXCEPTIONS, NOT_SERVED } from "./openapi/exceptions.ts";
import { openapiPage } from "./openapi/page.ts";

const PAGE = join(import.meta.dirname, "../../docs/reference/openapi.md");

function exceptionOf({ operation, name }: Example) {
  return EXCEPTIONS.find(
    (exception) => exception.operation === operation && (exception.examples?.includes(name) ?? true),
  );
}

const examplesOf = (operation: string) => EXAMPLES.filter((example) => example.operation === operation);
const replayable = SERVED.filter((operation) => examplesOf(operation).length > 0);
const withoutExample = SERVED.filter((operation) => examplesOf(operation).length === 0);
const notServed = OPERATIONS.filter((operation) => !SERVED.includes(operation));

describe.each(replayable)("%s", (operation) => {
  it.each(examplesOf(operation))("$name", async (example) => {
    const account = await ExampleAccount.open();
    const { status, json } = await account.call(example.method, example.path, example.query, example.body);
    await account.close();
    const problem = status === 200 ? schemaErrors(example, json) : `${status} ${JSON.stringify(json)}`;
    const exception = exceptionOf(example);
    if (exception === undefined) expect(problem).toBe("");
    else expect(problem, `the exception: ${exception.reason}`).toMatch(exception.detail);
  });
});

describe("an operation that is not served", async () => {
  const account = await ExampleAccount.open();
  afterAll(() => account.close());

  it.each(notServed)("%s is refused, for one reason", async (operation) => {
    const reasons = Object.values(NOT_SERVED).filter((pattern) => pattern.test(operation));
    expect(reasons).toHaveLength(1);
    const [method = "", path = ""] = operation.split(" ");
    const { status } = await account.call(method, `/{Version}${path}`, {});
    expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe("the tables", () => {
  it("name examples and operations of the description", () => {
    for (const { operation, examples = [] } of EXCEPTIONS) {
      const names = examplesOf(operation).map(({ name }) => name);
      expect(names.length, operation).toBeGreaterThan(0);
      expect(names).toEqual(expect.arrayContaining([...examples]));
    }
    const unused = Object.entries(NOT_SERVED).filter(([, pattern]) => !notServed.some((name) => pattern.test(name)));
    expect(unused).toEqual([]);
  });

  it("are on docs/reference/openapi.md: `npm run test:conformance -- --update` writes it", async () => {
    const replayed = EXAMPLES.map((example) => ({
      operation: example.operation,
      example: example.name,
      reason: exceptionOf(example)?.reason,
    }));
    await expect(`${openapiPage(OPERATIONS, replayed, withoutExample)}\n`).toMatchFileSnapshot(PAGE);
  });
});
