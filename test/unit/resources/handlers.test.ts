import { describe, expect, it } from "vitest";
import { BUSINESS_PROFILE_HANDLER, CONNECTION_HANDLER, TEMPLATE_HANDLER } from "../../../src/resources/handlers.ts";

// These strings stand in every state. A change here breaks refresh, delete and destroy of what exists.
describe("handler strings are persisted API", () => {
  it.each([
    [
      TEMPLATE_HANDLER,
      'exports.handler=()=>require("module").createRequire(process.cwd()+"/package.json")("pulumi-mycobot/runtime").template',
    ],
    [
      BUSINESS_PROFILE_HANDLER,
      'exports.handler=()=>require("module").createRequire(process.cwd()+"/package.json")("pulumi-mycobot/runtime").businessProfile',
    ],
    [
      CONNECTION_HANDLER,
      'exports.handler=()=>require("module").createRequire(process.cwd()+"/package.json")("pulumi-mycobot/runtime").connection',
    ],
  ])("is pinned: %s", (handler, pinned) => {
    expect(handler).toBe(pinned);
  });
});
