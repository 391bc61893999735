import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, notOneOf } from "../graph/errors.ts";
import { fieldNames, type NodeShape, project } from "../graph/fields.ts";
import { GraphError } from "../graph/graph-error.ts";
import { phoneInPath, readParameters } from "../graph/request.ts";
import type { EmulatorApp } from "../http-env.ts";
import { decoded, isObject, type Json, type JsonObject, listOf } from "../json.ts";
import { pictureUrl } from "../media/cdn-url.ts";
import { checkProduct } from "../messages/envelope.ts";
import type { Phone } from "../store/state.ts";
import { lengthOf } from "../text/characters.ts";

/** Writable verticals, in the order of the API's own refusal (recorded). */
export const WRITABLE_VERTICALS: readonly string[] = [
  "OTHER",
  "AUTO",
  "BEAUTY",
  "APPAREL",
  "EDU",
  "ENTERTAIN",
  "EVENT_PLAN",
  "FINANCE",
  "GROCERY",
  "GOVT",
  "HOTEL",
  "HEALTH",
  "NONPROFIT",
  "PROF_SERVICES",
  "RETAIL",
  "TRAVEL",
  "RESTAURANT",
  "ALCOHOL",
  "ONLINE_GAMBLING",
  "PHYSICAL_GAMBLING",
  "OTC_DRUGS",
  "MATRIMONY_SERVICE",
];

/** Characters, unless the name says otherwise. Source: business profile reference. */
export const BUSINESS_PROFILE = {
  about: 139,
  address: 256,
  description: 512,
  email: 128,
  website: 256,
  websites: 2,
} as const;

function bounded(name: "about" | "address" | "description" | "email", value: Json): string {
  const text = String(value);
  if (lengthOf(text) > BUSINESS_PROFILE[name]) {
    throw invalidParameter(`Param ${name} must be at most ${BUSINESS_PROFILE[name]} characters long.`);
  }
  return text;
}

/** A read shows a site without a path with a slash at its end. */
function website(value: Json): string {
  const text = String(value);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || text.length > BUSINESS_PROFILE.website) {
    throw invalidParameter(
      `Param websites must be URLs with http:// or https:// of at most ${BUSINESS_PROFILE.website} characters.`,
    );
  }
  return url.pathname === "/" && !text.endsWith("/") && url.search === "" && url.hash === "" ? `${text}/` : text;
}

function websitesOf(value: Json): Json[] {
  const list = decoded(value);
  const entries = isObject(list) ? Object.values(list) : listOf(list ?? null);
  const sites = entries.filter((entry) => entry !== null && entry !== "");
  if (sites.length > BUSINESS_PROFILE.websites)
    throw invalidParameter(`Param websites must have at most ${BUSINESS_PROFILE.websites} entries.`);
  return sites.map(website);
}

/** Recorded: an empty about is refused with the error of an outage. */
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
  if (!WRITABLE_VERTICALS.includes(String(value))) throw notOneOf("vertical", WRITABLE_VERTICALS, value);
  return String(value);
}

function handleOf(value: Json): string {
  if (!/^\d+:/.test(String(value)))
    throw invalidParameter("Param profile_picture_handle is not a handle of an upload session");
  return String(value);
}

const PICTURE = "profile_picture_handle";

/** The check of each writable field. Graph ignores other fields. */
const FIELDS: Readonly<Record<string, (value: Json) => Json>> = {
  about: aboutOf,
  address: (value) => bounded("address", value),
  description: (value) => bounded("description", value),
  email: emailOf,
  vertical: verticalOf,
  websites: websitesOf,
  [PICTURE]: handleOf,
};

/** A read shows the handle of the picture as a URL. */
const SHAPE: NodeShape = {
  type: "WhatsAppBusinessProfile",
  defaults: ["messaging_product"],
  known: ["messaging_product", "profile_picture_url", ...Object.keys(FIELDS).filter((name) => name !== PICTURE)],
};

function patchOf(parameters: JsonObject): JsonObject {
  checkProduct(parameters);
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

/** The answer to a read: unset fields are absent; the URL of the picture changes with every read. */
function profileView({ profile }: Phone, now: number): JsonObject {
  const { [PICTURE]: handle, ...rest } = profile;
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isUnset(value)));
  const picture = typeof handle === "string" ? { profile_picture_url: pictureUrl(handle, now) } : {};
  return { ...set, ...picture, messaging_product: "whatsapp" };
}

/** `GET` and `POST /{phone}/whatsapp_business_profile`. The POST changes only the given fields. */
export function businessProfileRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/whatsapp_business_profile", (c) => {
    const phone = phoneInPath(emulator, c);
    const names = fieldNames(c.req.query("fields"));
    const { profileId } = emulator.switches;
    const view = profileView(phone, emulator.now());
    const shape = profileId ? { ...SHAPE, known: [...SHAPE.known, "id"] } : SHAPE;
    const shown = project(profileId ? { ...view, id: phone.id } : view, names, shape);
    return c.json({ data: [{ ...shown, messaging_product: "whatsapp" }] });
  });
  app.post("/:id/whatsapp_business_profile", async (c) => {
    const phone = phoneInPath(emulator, c);
    Object.assign(phone.profile, patchOf(await readParameters(c)));
    emulator.changed();
    return c.json({ success: true });
  });
}
