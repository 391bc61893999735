import { readFile } from "node:fs/promises";
import { onTestFinished } from "vitest";
import type { EmulatorOptions } from "../../../../src/emulator/index.ts";
import { isObject, type JsonObject, listOf } from "../../../../src/emulator/json.ts";
import { type Answer, Gateway, KEY, WABA } from "../gateway-client.ts";

export function fixture(name: string): Promise<string> {
  return readFile(new URL(`../../../fixtures/flows/${name}`, import.meta.url), "utf8");
}

/** Calls on flows of an emulator that is gone after the test. */
export async function flowClient(options: EmulatorOptions = {}) {
  const gateway = await Gateway.start(options);
  onTestFinished(() => gateway.emulator.close());
  const create = (body: JsonObject) => gateway.graph("POST", `${WABA}/flows`, { categories: ["OTHER"], ...body });
  return {
    gateway,
    create,
    async created(body: JsonObject): Promise<string> {
      const { json } = await create(body);
      if (typeof json.id !== "string") throw new Error(JSON.stringify(json));
      return json.id;
    },
    get: async (id: string, query = ""): Promise<JsonObject> => (await gateway.graph("GET", `${id}${query}`)).json,
    post: (path: string, body: JsonObject = {}) => gateway.graph("POST", path, body),
    /** Uploads a file, as `curl --form` does. */
    async upload(id: string, text: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
      const form = new FormData();
      for (const [name, value] of Object.entries({ name: "flow.json", asset_type: "FLOW_JSON", ...fields })) {
        form.set(name, value);
      }
      form.set("file", new Blob([text], { type: "application/json" }), "flow.json");
      const response = await fetch(`${gateway.emulator.url}/whatsapp-business/v21.0/${id}/assets`, {
        method: "POST",
        headers: { authorization: `Bearer ${KEY}` },
        body: form,
      });
      const json: unknown = await response.json();
      return { status: response.status, json: isObject(json) ? json : {}, headers: response.headers };
    },
  };
}

export function errorsOf({ json }: Answer): JsonObject[] {
  return listOf(json.validation_errors).filter(isObject);
}
