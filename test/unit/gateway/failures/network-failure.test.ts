import { describe, expect, test } from "vitest";
import { networkFailure } from "../../../../src/gateway/failures/network-failure.ts";
import type { GatewayRequest } from "../../../../src/gateway/http/gateway-request.ts";
import { DEADLINES } from "../../../../src/gateway/options/defaults.ts";

const CREATE: GatewayRequest = { method: "POST", plane: "proxy", segments: ["7"], idempotent: false };
const TARGET = { url: "https://gateway.maton.ai/", title: "POST …/7" };

/** Errors in Node's form. A test cannot make a network produce a given one. */
function failure(code: string, syscall?: string) {
  return Object.assign(new Error(`${syscall ?? "socket"} ${code}`), {
    code,
    ...(syscall === undefined ? {} : { syscall }),
  });
}

function meaning(error: unknown) {
  const { kind, error: told } = networkFailure(CREATE, TARGET, error, DEADLINES);
  return { kind, ambiguous: told.ambiguous, code: told.code };
}

const NOT_SENT = { kind: "unreachable", ambiguous: false, code: "MYCO_GATEWAY_UNREACHABLE" };
const UNCLEAR = { kind: "transient", ambiguous: true, code: "MYCO_GATEWAY_UNREACHABLE" };

describe("a network failure", () => {
  test.each([
    ["ECONNREFUSED", "connect"],
    ["EHOSTUNREACH", "connect"],
    ["ENETUNREACH", "connect"],
    ["ETIMEDOUT", "connect"],
    ["EADDRNOTAVAIL", "connect"],
    ["ECONNRESET", "connect"],
    ["EMFILE", "connect"],
    ["ENOTFOUND", "getaddrinfo"],
    ["EAI_AGAIN", "getaddrinfo"],
  ])("%s of %s was not executed", (code, syscall) => {
    expect(meaning(failure(code, syscall))).toEqual(NOT_SENT);
  });

  test("of all of several addresses was not executed", () => {
    const tried = [failure("ETIMEDOUT", "connect"), failure("ENETUNREACH", "connect")];
    expect(meaning(Object.assign(new AggregateError(tried), { code: "ETIMEDOUT" }))).toEqual(NOT_SENT);
  });

  test.each(["ECONNRESET", "EPIPE", "EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "ECONNREFUSED"])(
    "%s on an open socket may have been executed",
    (code) => {
      for (const syscall of ["read", "write", undefined]) expect(meaning(failure(code, syscall))).toEqual(UNCLEAR);
    },
  );

  test("that is unknown may have been executed", () => {
    expect(meaning(failure("ESOMETHING"))).toEqual(UNCLEAR);
    expect(meaning("gone")).toEqual(UNCLEAR);
  });

  test("describes what happened", () => {
    const text = (error: unknown) => networkFailure(CREATE, TARGET, error, DEADLINES).error.message;
    expect(text(failure("EHOSTUNREACH", "connect"))).toBe(
      "POST …/7 could not connect: no route to host (connect EHOSTUNREACH)",
    );
    expect(text(failure("EHOSTUNREACH", "read"))).toBe(
      "POST …/7 received no answer: the route to the host was lost (read EHOSTUNREACH)",
    );
  });
});
