import { describe, expect, it } from "vitest";
import { asMycobotError, errorJson, errorText, errorTrace } from "../../../src/cli/report-error.ts";
import { type ErrorDetails, MycobotError } from "../../../src/errors/index.ts";

function plain(_: unknown, text: string) {
  return text;
}

function same(text: string) {
  return text;
}

class RemoteError extends MycobotError {
  readonly status = 400;
  readonly whatsapp = { code: 100, subcode: 2388293, fbtraceId: "AbC" };

  constructor(details: ErrorDetails) {
    super("MYCO_WHATSAPP_ERROR", "WhatsApp refused it.", details);
  }
}

const error = new RemoteError({ hint: "Shorten the text.", where: "order_shipped/en_US" });

describe("errorJson", () => {
  it("has the frozen fields and those of the gateway", () => {
    expect(JSON.parse(errorJson(error))).toEqual({
      version: 1,
      error: {
        code: "MYCO_WHATSAPP_ERROR",
        message: "WhatsApp refused it.",
        hint: "Shorten the text.",
        where: "order_shipped/en_US",
        requestId: "AbC",
        status: 400,
        whatsapp: { code: 100, subcode: 2388293, fbtraceId: "AbC" },
      },
    });
  });
});

describe("errorText", () => {
  it("says where, what, and what to do", () => {
    expect(errorText(error, plain, same)).toBe(
      "error: order_shipped/en_US: WhatsApp refused it. [MYCO_WHATSAPP_ERROR]\nhint:  Shorten the text.\nrequest id: AbC",
    );
  });

  it("puts the code behind the first of several lines", () => {
    const long = new MycobotError("MYCO_USAGE", "Two things are wrong:\n  one\n  two");
    expect(errorText(long, plain, same)).toBe("error: Two things are wrong: [MYCO_USAGE]\n  one\n  two");
  });

  it("hands every foreign part to the cleaner", () => {
    const text = errorText(error, plain, (part) => `<${part.length}>`);
    expect(text).toBe("error: <19>: <20> [MYCO_WHATSAPP_ERROR]\nhint:  <17>\nrequest id: <3>");
  });
});

describe("asMycobotError", () => {
  it("makes a defect of whatever else is thrown, with its trace", () => {
    const defect = asMycobotError(new TypeError("x is not a function"));
    expect(defect.code).toBe("MYCO_INTERNAL");
    expect(defect.message).toContain("x is not a function");
    expect(errorTrace(defect)).toContain("report-error.test.ts");
    expect(asMycobotError("a text").message).toContain("a text");
  });

  it("leaves errors of ours alone", () => {
    expect(asMycobotError(error)).toBe(error);
  });
});
