// What the client scripts share. Each script passes its steps to runAll, which prints one JSON line per step: {name, ok,
// detail?}.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const { CLIENT_MODULE = "", BASE_URL = "", EMULATOR_URL = "", PHONE_ID = "", WABA_ID = "" } = process.env;

export { BASE_URL, EMULATOR_URL, PHONE_ID, WABA_ID };
export const USER = "16505551234";
export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(40).fill(0)]);
export const LINK = "https://shop.example/tea.png";

/** The client's module, or a module beside it. */
export const load = (path = CLIENT_MODULE) => import(pathToFileURL(path).href);

export const isAccepted = ({ messages, ...more }) =>
  assert.match(messages?.[0]?.id ?? JSON.stringify(more), /^wamid\./);

/** Sends a request for WhatsApp's host to the emulator. */
export const redirected = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const target = url.host === "graph.facebook.com" ? `${BASE_URL}${url.pathname}${url.search}` : url;
  return fetch(input instanceof Request ? new Request(target, input) : target, init);
};

/** A call of the emulator's control surface. */
export const control = async (path, body) => {
  const answer = await fetch(`${EMULATOR_URL}/_emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  assert.equal(answer.ok, true, path);
  return answer.json();
};

/** What a step needs and its client does not offer. */
export const graph = async (path, body) => {
  const headers = { authorization: "Bearer unknown-token", "content-type": "application/json" };
  const answer = await fetch(`${BASE_URL}/v23.0/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  assert.equal(answer.ok, true, path);
  return answer.json();
};

/** The id of a message from the user. */
export const inbound = async () => (await control("inbound", { from: USER, text: "Hello?" })).id;

export async function runAll(steps) {
  for (const [name, run] of Object.entries(steps)) {
    const detail = await run().then(
      () => undefined,
      (error) => String(error?.stack ?? error),
    );
    process.stdout.write(`${JSON.stringify({ name, ok: detail === undefined, detail })}\n`);
  }
}
