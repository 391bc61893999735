import { type EmulatorHandle, type EmulatorOptions, startEmulator } from "../../../src/emulator/index.ts";
import { isObject, type Json, type JsonObject, listOf, objectOf } from "../../../src/emulator/json.ts";

export const WABA = "102290129340398";
export const PHONE = "106540352242922";
export const KEY = "test-key";

export interface Answer {
  status: number;
  json: JsonObject;
  headers: Headers;
}

/** A started emulator and the calls that the tests make. No rate limit unless asked for. */
export class Gateway {
  readonly emulator: EmulatorHandle;

  constructor(emulator: EmulatorHandle) {
    this.emulator = emulator;
  }

  /** Without the sample template that a new account has. */
  static async start(options: EmulatorOptions = {}): Promise<Gateway> {
    return new Gateway(await startEmulator({ rate: 0, seed: { data: [] }, ...options }));
  }

  async call(method: string, path: string, body?: Json, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.emulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === "" ? {} : JSON.parse(text);
    return { status: response.status, json: isObject(json) ? json : {}, headers: response.headers };
  }

  graph(method: string, path: string, body?: Json, headers: Record<string, string> = {}): Promise<Answer> {
    return this.call(method, `/whatsapp-business/v21.0/${path}`, body, headers);
  }

  create(template: JsonObject): Promise<Answer> {
    return this.graph("POST", `${WABA}/message_templates`, template);
  }

  async created(template: JsonObject): Promise<string> {
    const { json } = await this.create(template);
    if (typeof json.id !== "string") throw new Error(JSON.stringify(json));
    return json.id;
  }

  async list(query = ""): Promise<JsonObject[]> {
    const { json } = await this.graph("GET", `${WABA}/message_templates?limit=1000${query}`);
    return listOf(json.data).filter(isObject);
  }

  /** Creates a template and reads it back. */
  async readBack(template: JsonObject): Promise<JsonObject> {
    const id = await this.created(template);
    return (await this.graph("GET", id)).json;
  }

  control(path: string, body?: JsonObject, method = body === undefined ? "GET" : "POST"): Promise<Answer> {
    return this.call(method, `/_emulator/${path}`, body);
  }
}

/** A small template; every part can be replaced. */
export function textTemplate(changes: JsonObject = {}): JsonObject {
  return {
    name: "parcel_sent",
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Your parcel has left our house." }],
    ...changes,
  };
}

export function withBody(text: string, example?: Json): JsonObject {
  return textTemplate({ components: [{ type: "BODY", text, ...(example === undefined ? {} : { example }) }] });
}

export function withButtons(...buttons: Json[]): JsonObject {
  return textTemplate({
    components: [
      { type: "BODY", text: "Your parcel has left our house." },
      { type: "BUTTONS", buttons },
    ],
  });
}

export function errorOf({ json }: Answer): JsonObject {
  return objectOf(json.error);
}
