import { expect } from "vitest";
import { DEFAULT_PHONE } from "../../../../../src/emulator/options.ts";
import { type CliOptions, type CliResult, runCli } from "../../run-cli.ts";

export const NUMBER = "16505551234";
export const WAMID = "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQUZCMTY0MDc2MUYwNzBDNTY5MAA=";

const TARGET = ["--phone", DEFAULT_PHONE, "--connection", "conn-shop"];

/** `mycobot send …` without a server and without a key. */
export function offline(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return runCli(["send", ...argv, ...TARGET], { env: { MATON_API_URL: "http://127.0.0.1:9" }, ...options });
}

/** The body that `mycobot send … --dry-run --json` shows. */
export async function plannedBody(argv: readonly string[], options?: CliOptions): Promise<unknown> {
  const { code, stdout, stderr } = await offline([...argv, "--dry-run", "--json"], options);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const { version, request } = JSON.parse(stdout);
  expect({ version, method: request.method, url: request.url }).toEqual({
    version: 1,
    method: "POST",
    url: `http://127.0.0.1:9/whatsapp-business/v23.0/${DEFAULT_PHONE}/messages`,
  });
  expect(request.headers).toMatchObject({ authorization: "Bearer [redacted]", "maton-connection": "conn-shop" });
  return request.body;
}
