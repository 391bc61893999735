import { afterAll, expect } from "vitest";
import { type EmulatorHandle, type EmulatorOptions, startEmulator } from "../../../src/emulator/index.ts";
import { type RunOptions, TEST_KEY, Workspace } from "./workspace.ts";

export const WABA = "102290129340398";
export const PHONE = "106540352242922";

export type Emulator = EmulatorHandle;

export function emulator(options: EmulatorOptions = {}): Promise<Emulator> {
  return startEmulator({ port: 0, waba: WABA, phones: [PHONE], ...options });
}

/** Expects that a preview, a refresh and a second preview show no changes. */
export async function expectSettled(workspace: Workspace, stack: string, options: RunOptions = {}): Promise<void> {
  const preview = await workspace.preview(stack, ["--expect-no-changes"], options);
  expect(preview.code, preview.output).toBe(0);
  const refresh = await workspace.refresh(stack, ["--expect-no-changes"], options);
  expect(refresh.code, refresh.output).toBe(0);
  const again = await workspace.preview(stack, ["--expect-no-changes"], options);
  expect(again.code, again.output).toBe(0);
}

export async function expectUp(workspace: Workspace, stack: string, args: readonly string[] = []): Promise<string> {
  const up = await workspace.up(stack, args);
  expect(up.code, up.output).toBe(0);
  return up.output;
}

export interface ListedTemplate {
  id: string;
  name: string;
  language: string;
  status: string;
  category: string;
  components: { type: string; text?: string; [field: string]: unknown }[];
}

/** Reads and changes the account through the same gateway, like a user of WhatsApp Manager. */
export class Console {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async call(method: string, path: string, body?: unknown): Promise<{ status: number; json: Record<string, unknown> }> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { authorization: `Bearer ${TEST_KEY}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  }

  graph(method: string, path: string, body?: unknown) {
    return this.call(method, `/whatsapp-business/v21.0/${path}`, body);
  }

  /** Without WhatsApp's sample, which every account has. */
  async templates(): Promise<ListedTemplate[]> {
    const { json } = await this.graph("GET", `${WABA}/message_templates?limit=1000`);
    return (json.data as ListedTemplate[]).filter(({ name }) => name !== "hello_world");
  }

  async names(): Promise<string[]> {
    return (await this.templates()).map(({ name, language }) => `${name}/${language}`).sort();
  }

  async profile(): Promise<Record<string, unknown>> {
    const { json } = await this.graph(
      "GET",
      `${PHONE}/whatsapp_business_profile?fields=about,address,description,email,vertical,websites,profile_picture_url`,
    );
    return (json.data as Record<string, unknown>[])[0] ?? {};
  }

  async connections(): Promise<{ connection_id: string; status: string; url: string }[]> {
    const { json } = await this.call("GET", "/connections");
    return json.connections as { connection_id: string; status: string; url: string }[];
  }
}

/** The content of a stack file with text templates. */
export function textStack(bodies: Record<string, string>, more: Record<string, unknown> = {}): Record<string, unknown> {
  const templates = Object.fromEntries(
    Object.entries(bodies).map(([key, body]) => {
      const [name = key, language = "en_US"] = key.split("/");
      return [name, { category: "UTILITY", languages: { [language]: { body } } }];
    }),
  );
  return { account: { waba: WABA }, templates, ...more };
}

interface FaultMatch {
  method?: string;
  path?: string;
  times?: number;
}

/** A fault rule of the emulator: its effect on matching requests. */
export function fault(
  match: FaultMatch,
  effect: Record<string, unknown>,
): { match: FaultMatch; then: Record<string, unknown> } {
  // biome-ignore lint/suspicious/noThenProperty: a key of the faults file; never awaited
  return { match, then: effect };
}

/** The body of a Graph API error. */
export function graphError(code: number, message: string, more: Record<string, unknown> = {}) {
  return {
    error: { message, type: "OAuthException", code, fbtrace_id: "AbCdEfGh123", ...more },
  };
}

export interface Stage {
  account: Emulator;
  workspace: Workspace;
  people: Console;
}

/** Creates an emulator and a project with the given stacks for a test file, and removes them after its tests. */
export async function stage(options: EmulatorOptions, ...stacks: string[]): Promise<Stage> {
  const account = await emulator(options);
  const workspace = await Workspace.create(account.url);
  afterAll(async () => {
    await workspace.remove();
    await account.close();
  });
  for (const stack of stacks) await workspace.init(stack);
  return { account, workspace, people: new Console(account.url) };
}
