import { type Json, type JsonObject, rowOf } from "../../../src/emulator/json.ts";
import { type Emulator, emulator, PHONE, WABA } from "../../engine/harness/scenario.ts";

const USER = "16505551234";
/** The files in the description's examples: their types, and first bytes that tell them. */
const FILES: Readonly<Record<string, { type: string; start: string }>> = {
  png: { type: "image/png", start: "\x89PNG\r\n\x1a\n" },
  jpg: { type: "image/jpeg", start: "\xff\xd8\xff\xe0" },
  webp: { type: "image/webp", start: "RIFF\x20\x00\x00\x00WEBPVP8 " },
  ogg: { type: "audio/ogg", start: "OggS" },
  mp4: { type: "video/mp4", start: "\x00\x00\x00\x18ftypmp42" },
  pdf: { type: "application/pdf", start: "%PDF-1.4\n" },
};

function fileOf(name: string): File {
  const { type = "", start = "" } = rowOf(FILES, name.split(".").at(-1) ?? "") ?? {};
  return new File([Buffer.concat([Buffer.from(start, "latin1"), Buffer.alloc(40)])], name, { type });
}

const LINK = "https://shop.example/tea";
const SCREEN = "START";

const FLOW = JSON.stringify({
  version: "7.0",
  screens: [
    {
      id: SCREEN,
      title: "Start",
      terminal: true,
      layout: {
        type: "SingleColumnLayout",
        children: [{ type: "Footer", label: "Done", "on-click-action": { name: "complete", payload: {} } }],
      },
    },
  ],
});

interface Answer {
  status: number;
  json: Json;
}

/** An account of the emulator with one object of each kind, for the placeholders in the description's examples. */
export class ExampleAccount {
  readonly #account: Emulator;
  #ids: Record<string, string> = {};

  private constructor(account: Emulator) {
    this.#account = account;
  }

  static async open(): Promise<ExampleAccount> {
    const opened = new ExampleAccount(await emulator({ direct: true, rate: 0 }));
    await opened.#fill();
    return opened;
  }

  close(): Promise<void> {
    return this.#account.close();
  }

  async #fill(): Promise<void> {
    const template = await this.#approved("2023_april_promo", []);
    const flow = { categories: ["OTHER"], flow_json: FLOW };
    const published = await this.#made(`${WABA}/flows`, { ...flow, name: "published", publish: true });
    const draft = await this.#made(`${WABA}/flows`, { ...flow, name: "draft" });
    await this.#approved("flow_offer", [{ type: "FLOW", text: "Open", flow_id: published }]);
    const number = { cc: "1", phone_number: "6505550123", verified_name: "A small shop" };
    const qr = await this.#request("POST", `/v23.0/${PHONE}/message_qrdls`, { prefilled_message: "Tell me about tea" });
    this.#ids = {
      template,
      published,
      draft,
      number: await this.#made(`${WABA}/phone_numbers`, number),
      code: text(qr.json, "code"),
      inbound: text(await this.#control("inbound", { from: USER, text: "Hello?" }), "id"),
    };
    for (const extension of Object.keys(FILES)) this.#ids[extension] = await this.#upload(`a.${extension}`);
  }

  async #approved(name: string, buttons: JsonObject[]): Promise<string> {
    const id = await this.#made(`${WABA}/message_templates`, {
      name,
      language: "en_US",
      category: "MARKETING",
      components: [
        { type: "BODY", text: "Our sale is on, until the end of the month." },
        ...(buttons.length === 0 ? [] : [{ type: "BUTTONS", buttons }]),
      ],
    });
    await this.#control("review", { id, status: "APPROVED" });
    return id;
  }

  async #upload(name: string): Promise<string> {
    return text((await this.#form(`/v23.0/${PHONE}/media`, fileOf(name))).json, "id");
  }

  #form(path: string, file: File): Promise<Answer> {
    const form = new FormData();
    form.set("messaging_product", "whatsapp");
    form.set("file", file);
    return this.#send("POST", path, form, {});
  }

  async #made(path: string, body: JsonObject): Promise<string> {
    return text((await this.#request("POST", `/v23.0/${path}`, body)).json, "id");
  }

  async #control(path: string, body: JsonObject): Promise<Json> {
    return (await this.#request("POST", `/_emulator/${path}`, body)).json;
  }

  #request(method: string, path: string, body: Json): Promise<Answer> {
    return this.#send(method, path, JSON.stringify(body), { "content-type": "application/json" });
  }

  async #send(
    method: string,
    path: string,
    body: string | FormData | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const response = await fetch(`${this.#account.url}${path}`, {
      method,
      headers: { authorization: "Bearer unknown-token", ...headers },
      ...(body === undefined ? {} : { body }),
    });
    // An answer of the emulator is JSON.
    return { status: response.status, json: (await response.json()) as Json };
  }

  /** Sends a request of the description, with the ids of this account. */
  call(method: string, path: string, query: JsonObject, body?: { type: string; value: Json }): Promise<Answer> {
    const fill = (value: Json) => this.#filled(value, templateName(method, path));
    const parameters = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(fill(String(value)))]),
    );
    const place = path.replace(/\{([^}]+)\}/g, (_, name) => this.#pathId(method, path, name));
    const address = parameters.size === 0 ? place : `${place}?${parameters}`;
    if (body === undefined) return this.#send(method.toUpperCase(), address, undefined, {});
    const filled = fill(body.value);
    const file = filledFile(filled);
    if (file !== undefined) return this.#form(address, file);
    return this.#send(method.toUpperCase(), address, encoded(body.type, filled), { "content-type": body.type });
  }

  #pathId(method: string, path: string, name: string): string {
    const flow = path.endsWith("/deprecate") ? "published" : "draft";
    const ids: Record<string, string | undefined> = {
      Version: "v23.0",
      "WABA-ID": WABA,
      "WhatsApp-Business-Account-ID": WABA,
      "Phone-Number-ID": /request_code|verify_code/.test(path) ? this.#ids.number : PHONE,
      "Media-ID": this.#ids.png,
      TEMPLATE_ID: this.#ids.template,
      "QR-Code-ID": this.#ids.code,
      "Flow-ID": method === "get" ? this.#ids.published : this.#ids[flow],
    };
    return ids[name] ?? "1";
  }

  #filled(value: Json, template: string): Json {
    if (typeof value === "string") return this.#filledText(value, template);
    if (Array.isArray(value)) return value.map((item) => this.#filled(item, template));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#filled(item, template)]));
  }

  /** The placeholders of the description's examples, and what they stand for in this account. */
  #filledText(value: string, template: string): string {
    const ids = this.#ids;
    const placeholders: readonly [RegExp, string | undefined][] = [
      [/^\{\{Recipient-(WA-)?Phone-Number\}\}$/, USER],
      [/^<AUDIO_OBJECT_ID>$/, ids.ogg],
      [/^<VIDEO_OBJECT_ID>$/, ids.mp4],
      [/^<MEDIA_OBJECT_ID>$/, ids.webp],
      [/^<DOCUMENT_OBJECT_ID>$/, ids.pdf],
      [/^<IMAGE_OBJECT_ID>$/, ids.jpg],
      [/^<?http\(s\):\/\//, LINK],
      [/^<MSGID_OF_|^wamid\./, ids.inbound],
      [/^\{\{Flow-ID\}\}$/, ids.published],
      [/^\{\{Flow-Name\}\}$/, "published"],
      [/^<SCREEN_ID>$/, SCREEN],
      [/^<TEMPLATE_NAME>$/, template],
      [/^<HSM_ID>$/, ids.template],
      [/^<PHONE_NUMBER_ID>$/, PHONE],
      [/^<HEADER_TYPE>$/, "text"],
      [/^ANED2T5QRU7HG1$/, ids.code],
    ];
    return placeholders.find(([pattern]) => pattern.test(value))?.[1] ?? value;
  }
}

/** The template that `<TEMPLATE_NAME>` stands for: a new one in a create, one with a flow in a message. */
function templateName(method: string, path: string): string {
  if (path.endsWith("/messages")) return "flow_offer";
  return method === "post" ? "a_new_template" : "2023_april_promo";
}

function text(answer: Json, key: string): string {
  const value = typeof answer === "object" && answer !== null && !Array.isArray(answer) ? answer[key] : undefined;
  if (typeof value !== "string") throw new Error(`no ${key} in ${JSON.stringify(answer)}`);
  return value;
}

/** The file in an example of an upload, which names it as curl does: `@/local/path/file.ogg;type=ogg`. */
function filledFile(body: Json): File | undefined {
  if (typeof body !== "object" || body === null || Array.isArray(body) || typeof body.file !== "string")
    return undefined;
  const [, name] = /^@.*\/([^/;]+);type=.+$/.exec(body.file) ?? [];
  return name === undefined ? undefined : fileOf(name);
}

function encoded(type: string, body: Json): string {
  if (type !== "application/x-www-form-urlencoded" || typeof body !== "object" || body === null)
    return JSON.stringify(body);
  const fields = Object.entries(body).map(([key, value]): [string, string] => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(fields).toString();
}
