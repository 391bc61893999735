import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, missingParameter, notOneOf } from "../graph/errors.ts";
import { fieldNames, type NodeShape, project } from "../graph/fields.ts";
import { GraphError } from "../graph/graph-error.ts";
import { readParameters } from "../graph/request.ts";
import type { EmulatorApp } from "../http-env.ts";
import { decoded, isObject, type Json, type JsonObject, listOf } from "../json.ts";
import { pictureUrl } from "../media/cdn-url.ts";
import type { Phone } from "../store/state.ts";
import { PROFILE_LIMITS, VERTICALS } from "../tables/profile-limits.ts";
import { lengthOf } from "../text/characters.ts";
import { phoneInPath } from "./owners.ts";

const SHAPE: NodeShape = {
  type: "WhatsAppBusinessProfile",
  defaults: ["messaging_product"],
  known: [
    "about",
    "address",
    "description",
    "email",
    "messaging_product",
    "profile_picture_url",
    "vertical",
    "websites",
  ],
};

function bounded(name: "about" | "address" | "description" | "email", value: Json): string {
  const text = String(value);
  if (lengthOf(text) > PROFILE_LIMITS[name]) {
    throw invalidParameter(`Param ${name} must be at most ${PROFILE_LIMITS[name]} characters long.`);
  }
  return text;
}

/** A site without a path gains its slash, as reads show it. */
function website(value: Json): string {
  const text = String(value);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || text.length > PROFILE_LIMITS.website) {
    throw invalidParameter(
      `Param websites must be URLs with http:// or https:// of at most ${PROFILE_LIMITS.website} characters.`,
    );
  }
  return url.pathname === "/" && !text.endsWith("/") && url.search === "" && url.hash === "" ? `${text}/` : text;
}

function websitesOf(value: Json): Json[] {
  const list = decoded(value);
  const entries = isObject(list) ? Object.values(list) : listOf(list ?? null);
  const sites = entries.filter((entry) => entry !== null && entry !== "");
  if (sites.length > PROFILE_LIMITS.websites)
    throw invalidParameter(`Param websites must have at most ${PROFILE_LIMITS.websites} entries.`);
  return sites.map(website);
}

/** Recorded: an empty about is answered like an outage, and cannot be set. */
function aboutOf(value: Json): string {
  if (value === "") throw new GraphError({ status: 500, message: "(#131000) Something went wrong", code: 131000 });
  return bounded("about", value);
}

function emailOf(value: Json): string {
  const email = bounded("email", value);
  if (email !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw invalidParameter("Param email must be a valid email address");
  return email;
}

function verticalOf(value: Json): string {
  if (!VERTICALS.includes(String(value))) throw notOneOf("vertical", VERTICALS, value);
  return String(value);
}

function handleOf(value: Json): string {
  if (!/^\d+:/.test(String(value)))
    throw invalidParameter("Param profile_picture_handle is not a handle of an upload session");
  return String(value);
}

/** How each field is checked and stored. Fields outside this table are ignored. */
const FIELDS: Readonly<Record<string, (value: Json) => Json>> = {
  about: aboutOf,
  address: (value) => bounded("address", value),
  description: (value) => bounded("description", value),
  email: emailOf,
  vertical: verticalOf,
  websites: websitesOf,
  profile_picture_handle: handleOf,
};

function patchOf(parameters: JsonObject): JsonObject {
  if (parameters.messaging_product === undefined) throw missingParameter("messaging_product");
  if (parameters.messaging_product !== "whatsapp")
    throw notOneOf("messaging_product", ["whatsapp"], parameters.messaging_product);
  const patch: JsonObject = {};
  for (const [name, check] of Object.entries(FIELDS)) {
    const value = parameters[name];
    if (value !== undefined && value !== null) patch[name] = check(value);
  }
  return patch;
}

function isUnset(value: Json): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}

/** The profile as a read shows it: unset fields are absent, the picture is a URL that changes with every read. */
function profileView({ profile }: Phone, now: number): JsonObject {
  const { profile_picture_handle: handle, ...rest } = profile;
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isUnset(value)));
  const picture = typeof handle === "string" ? { profile_picture_url: pictureUrl(handle, now) } : {};
  return { ...set, ...picture, messaging_product: "whatsapp" };
}

/** `GET` and `POST /{phone}/whatsapp_business_profile`. The POST is a patch. */
export function businessProfileRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/whatsapp_business_profile", (c) => {
    const phone = phoneInPath(emulator, c);
    const names = fieldNames(c.req.query("fields"));
    const shown = project(profileView(phone, emulator.now()), names, SHAPE);
    return c.json({ data: [{ ...shown, messaging_product: "whatsapp" }] });
  });
  app.post("/:id/whatsapp_business_profile", async (c) => {
    const phone = phoneInPath(emulator, c);
    Object.assign(phone.profile, patchOf(await readParameters(c)));
    emulator.changed();
    return c.json({ success: true });
  });
}
