import type { MiddlewareHandler } from "hono";
import { z } from "zod";
import { parseDuration } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorApp, EmulatorEnv, RequestContext } from "../http-env.ts";
import { isObject, type JsonObject, parseJson, upperOf } from "../json.ts";
import { isBusinessScoped, userId } from "../messages/envelope.ts";
import { findPhone } from "../store/accounts.ts";
import { findConnection, setConnectionStatus } from "../store/connections.ts";
import { findFlow } from "../store/flows.ts";
import { newWamid, WINDOW } from "../store/messages.ts";
import { CONNECTION_STATES, FLOW_STATUSES } from "../store/state.ts";
import { hasNumberLength } from "../tables/international-number.ts";
import { ControlError } from "./control-error.ts";
import { stateView } from "./state-view.ts";
import { addTemplates, overwriteTemplate, removeSilently, setVerdict } from "./templates.ts";

/** Loopback names and addresses, with any port. The emulator listens on 127.0.0.1 only. */
const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

function checkHost(host: string): void {
  if (LOCAL_HOST.test(host)) return;
  throw new ControlError(421, `the control surface refuses the host "${host}"; use 127.0.0.1 or localhost`);
}

function checkOrigin(host: string, origin: string | undefined): void {
  if (origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`) return;
  throw new ControlError(403, `the control surface refuses calls from other web pages (origin ${origin})`);
}

/** Any page may link to the connect page. Requests that a page makes by itself have no Origin with GET. */
function checkFetchSite(site: string | undefined, isVisit: boolean): void {
  if (site === undefined || site === "same-origin" || site === "none" || isVisit) return;
  throw new ControlError(403, "the control surface refuses calls from other web pages");
}

/**
 * The control surface has no key, so it refuses calls of foreign web pages in a browser on this machine: cross-origin
 * calls, and calls by a host name that resolves to 127.0.0.1 (DNS rebinding).
 */
export function guardControl(): MiddlewareHandler<EmulatorEnv> {
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    checkHost(host);
    checkOrigin(host, c.req.header("origin"));
    const isVisit = c.req.method === "GET" && c.req.header("sec-fetch-mode") === "navigate";
    checkFetchSite(c.req.header("sec-fetch-site"), isVisit);
    await next();
  };
}

async function bodyOf(c: RequestContext): Promise<JsonObject> {
  try {
    const body: unknown = parseJson((await c.req.text()) || "{}");
    if (isObject(body)) return body;
  } catch {}
  throw new ControlError(400, "the body must be a JSON object");
}

function advance(emulator: EmulatorContext, { advance: by }: JsonObject): JsonObject {
  const milliseconds = parseDuration(by);
  if (milliseconds === undefined)
    throw new ControlError(400, 'advance must be milliseconds or a duration such as "24h"');
  emulator.clock.advance(milliseconds);
  emulator.changed();
  return { now: new Date(emulator.now()).toISOString(), offset: emulator.clock.offset };
}

function replaceFaults(emulator: EmulatorContext, body: JsonObject): void {
  try {
    emulator.faults.replace(body);
  } catch (error) {
    if (error instanceof z.ZodError) throw new ControlError(400, z.prettifyError(error));
    throw error;
  }
}

function setConnection(emulator: EmulatorContext, id: string, body: JsonObject): JsonObject {
  const connection = findConnection(emulator.state, id);
  const given = upperOf(body.status);
  const status = CONNECTION_STATES.find((one) => one === given);
  if (connection === undefined) throw new ControlError(404, `connection ${id} not found`);
  if (status === undefined) throw new ControlError(400, `status must be one of ${CONNECTION_STATES.join(", ")}`);
  setConnectionStatus(connection, status, emulator.now());
  emulator.changed();
  return { connection_id: id, status };
}

/** A status that only WhatsApp gives, such as THROTTLED and BLOCKED: `{status}`. */
function setFlow(emulator: EmulatorContext, id: string, body: JsonObject): JsonObject {
  const found = findFlow(emulator.state, id);
  const status = FLOW_STATUSES.find((one) => one === upperOf(body.status));
  if (found === undefined) throw new ControlError(404, `flow ${id} not found`);
  if (status === undefined) throw new ControlError(400, `status must be one of ${FLOW_STATUSES.join(", ")}`);
  found.flow.status = status;
  emulator.changed();
  return { id, status };
}

/**
 * A message of a user: `{from, phone?, text?}`, by default to the first phone. Opens the conversation window and returns
 * the message's id, for marking it as read and for reactions.
 */
function receive(emulator: EmulatorContext, { from, phone: phoneId, text = "" }: JsonObject): JsonObject {
  const user = userId(String(from ?? ""));
  if (!isBusinessScoped(user) && !hasNumberLength(user)) {
    throw new ControlError(400, "from must be a phone number with its country code");
  }
  const phone = phoneId === undefined ? emulator.state.phones[0] : findPhone(emulator.state, String(phoneId));
  if (phone === undefined) throw new ControlError(404, `phone ${String(phoneId)} not found`);
  if (phone.blocked.includes(user)) throw new ControlError(400, `${user} is blocked and cannot write`);
  const at = emulator.now();
  const id = newWamid(isBusinessScoped(user) ? phone.id : user, "in");
  emulator.state.inbound.push({ id, phone: phone.id, from: user, text: String(text), at });
  emulator.changed();
  return { id, from: user, phone: phone.id, window_until: new Date(at + WINDOW).toISOString() };
}

/** `/_emulator/…`: the control surface, without key, rate limit, faults and metrics. */
export function controlRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/state", (c) => c.json(stateView(emulator)));
  app.get("/metrics", (c) => c.json(emulator.metrics.view()));
  app.get("/faults", (c) => c.json(emulator.faults.current()));
  app.post("/faults", async (c) => {
    replaceFaults(emulator, await bodyOf(c));
    return c.json(emulator.faults.current());
  });
  app.get("/clock", (c) => c.json(advance(emulator, { advance: 0 })));
  app.post("/clock", async (c) => c.json(advance(emulator, await bodyOf(c))));
  app.post("/review", async (c) => c.json(setVerdict(emulator, await bodyOf(c))));
  app.post("/inbound", async (c) => c.json(receive(emulator, await bodyOf(c))));
  app.post("/templates", async (c) => c.json(addTemplates(emulator, c.req.query("waba"), await bodyOf(c))));
  app.post("/templates/:id", async (c) => c.json(overwriteTemplate(emulator, c.req.param("id"), await bodyOf(c))));
  app.delete("/templates/:id", (c) => c.json(removeSilently(emulator, c.req.param("id"))));
  app.post("/connections/:id", async (c) => c.json(setConnection(emulator, c.req.param("id"), await bodyOf(c))));
  app.post("/flows/:id", async (c) => c.json(setFlow(emulator, c.req.param("id"), await bodyOf(c))));
  app.post("/reset", (c) => {
    emulator.reset();
    return c.json({ reset: true });
  });
  app.all("*", (c) => {
    throw new ControlError(404, `unknown control call ${c.req.method} ${c.req.path}`);
  });
}
