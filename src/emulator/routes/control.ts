import { z } from "zod";
import { parseDuration } from "../clock.ts";
import { ControlError } from "../control/control-error.ts";
import { receive } from "../control/inbound.ts";
import { stateView } from "../control/state-view.ts";
import { addTemplates, overwriteTemplate, removeSilently, setVerdict } from "../control/templates.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorApp, RequestContext } from "../http-env.ts";
import { isObject, type JsonObject, upperOf } from "../json.ts";
import { findConnection, setConnectionStatus } from "../store/connections.ts";
import type { ConnectionStatus } from "../store/state.ts";

async function bodyOf(c: RequestContext): Promise<JsonObject> {
  try {
    const body: unknown = JSON.parse((await c.req.text()) || "{}");
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

function isConnectionStatus(status: string): status is ConnectionStatus {
  return ["ACTIVE", "PENDING", "FAILED"].includes(status);
}

function setConnection(emulator: EmulatorContext, id: string, body: JsonObject): JsonObject {
  const connection = findConnection(emulator.state, id);
  const status = upperOf(body.status);
  if (connection === undefined) throw new ControlError(404, `no connection ${id}`);
  if (!isConnectionStatus(status)) throw new ControlError(400, "status must be ACTIVE, PENDING or FAILED");
  setConnectionStatus(connection, status, emulator.now());
  emulator.changed();
  return { connection_id: id, status };
}

/** `/_emulator/…`: the emulator's own surface. No key, no rate limit, no faults, no metrics. */
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
  app.post("/reset", (c) => {
    emulator.reset();
    return c.json({ reset: true });
  });
  app.all("*", (c) => {
    throw new ControlError(404, `no control call ${c.req.method} ${c.req.path}`);
  });
}
