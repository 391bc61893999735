import { PERIODS } from "../clock.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, missingParameter, noPermission, notOneOf, unknownObject } from "../graph/errors.ts";
import type { NodeFinder } from "../graph/fields.ts";
import { nodeId, readParameters } from "../graph/request.ts";
import type { EmulatorApp, RequestContext } from "../http-env.ts";
import { token } from "../ids.ts";
import { type JsonObject, numberOf, textOf } from "../json.ts";
import { EMULATED_APP } from "../store/accounts.ts";
import type { UploadSession } from "../store/state.ts";

/** Types of header samples and profile pictures, in the order of Graph's own refusal. */
export const SAMPLE_TYPES: readonly string[] = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];
const HANDLE_LIFE = 30 * PERIODS.DAY;

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** As recorded: the id contains the parameters and ends in a signature that looks like a query. */
function sessionId(length: number, type: string): string {
  return `upload:${base64(`1:attachment:${token(12)}?file_length=${length}&file_type=${encodeURIComponent(type)}`)}?sig=${token(22)}`;
}

function handleOf(session: UploadSession, now: number): string {
  const expiry = Math.floor((now + HANDLE_LIFE) / PERIODS.SECOND);
  const app = session.app === "app" ? EMULATED_APP.id : session.app;
  return `4::${base64(session.type)}:AR${token(84)}:e:${expiry}:${app}:100089620928913:AR${token(17)}`;
}

function checkAllowed(emulator: EmulatorContext): void {
  if (emulator.options.uploads === "refused") throw noPermission(200);
}

function openSession(emulator: EmulatorContext, app: string, parameters: JsonObject): JsonObject {
  const length = numberOf(parameters.file_length);
  const type = textOf(parameters.file_type);
  if (length === undefined || length < 1) throw missingParameter("file_length");
  if (type === undefined) throw missingParameter("file_type");
  if (!SAMPLE_TYPES.includes(type)) throw notOneOf("file_type", SAMPLE_TYPES, type);
  const name = textOf(parameters.file_name);
  const session = {
    id: sessionId(length, type),
    app,
    type,
    length,
    received: 0,
    handles: [],
    ...(name === undefined ? {} : { name }),
  };
  emulator.state.uploads.push(session);
  emulator.changed();
  return { id: session.id };
}

/** The id has a "?" before its signature: a client that does not encode the id sends the signature as the query. */
function findSession(emulator: EmulatorContext, id: string, method: string): UploadSession {
  const [bare] = id.split("?");
  const session = emulator.state.uploads.find((candidate) => candidate.id.split("?")[0] === bare);
  if (session === undefined) throw unknownObject(method, id);
  return session;
}

/** `GET /upload:…`: the number of bytes received. */
function uploadProgress(emulator: EmulatorContext, id: string): JsonObject {
  checkAllowed(emulator);
  const session = findSession(emulator, id, "GET");
  return { id: session.id, file_offset: session.received };
}

/** `POST /upload:…`: bytes from `file_offset` on. Every request adds a handle; several are joined by newlines. */
async function sendUpload(emulator: EmulatorContext, id: string, c: RequestContext): Promise<JsonObject> {
  checkAllowed(emulator);
  const session = findSession(emulator, id, "POST");
  const offset = numberOf(c.req.header("file_offset")) ?? 0;
  if (offset !== session.received)
    throw invalidParameter(`Param file_offset must be ${session.received}, the number of bytes received so far.`);
  const bytes = (await c.req.arrayBuffer()).byteLength;
  if (bytes === 0) throw invalidParameter("The request has no bytes to upload.");
  if (offset + bytes > session.length)
    throw invalidParameter(`The upload has more bytes than the declared file_length of ${session.length}.`);
  const handle = handleOf(session, emulator.now());
  session.received += bytes;
  session.handles.push(handle);
  const joined = session.handles.join("\n");
  emulator.state.handles[handle] = session.type;
  emulator.state.handles[joined] = session.type;
  emulator.changed();
  return { h: joined };
}

/** The session of a resumable upload. */
export const uploadNode: NodeFinder = (emulator, id, c) =>
  id.startsWith("upload:")
    ? { type: "UploadSession", get: () => uploadProgress(emulator, id), post: () => sendUpload(emulator, id, c) }
    : undefined;

/** `POST /{app}/uploads`: opens a session of the resumable upload. */
export function uploadRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.post("/:id/uploads", async (c) => {
    checkAllowed(emulator);
    if (!/^(\d+|app)$/.test(nodeId(c))) throw unknownObject("POST", nodeId(c));
    return c.json(openSession(emulator, nodeId(c), await readParameters(c)));
  });
}
