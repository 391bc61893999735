import { z } from "zod";
import { error } from "../../issue.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import { type Addressee, envelopeOf, given, type MessageEnvelope } from "../envelope.ts";
import { object, rule, text } from "../shape.ts";

/** Degrees, in both directions. */
export const LOCATION_LIMITS = { latitude: 90, longitude: 180 } as const;

function degrees(name: keyof typeof LOCATION_LIMITS) {
  const max = LOCATION_LIMITS[name];
  return z.union([z.number(), z.string().regex(/^\s*[+-]?\d+(\.\d+)?\s*$/)], { error: "a number of degrees" }).check(
    rule(function* (value) {
      if (Math.abs(Number(value)) <= max) return;
      yield error({
        code: `${name}-out-of-range`,
        path: "",
        message: `the ${name} ${value} is not between -${max} and ${max} degrees`,
        hint: name === "latitude" ? "Check whether latitude and longitude are swapped." : "Check the number.",
        whatsapp: MESSAGE_ANSWERS.parameterValue,
      });
    }),
  );
}

export const locationContent = object({
  /** Degrees, as a number or a numeric string; see {@link LOCATION_LIMITS}. */
  latitude: degrees("latitude"),
  /** Degrees, as a number or a numeric string; see {@link LOCATION_LIMITS}. */
  longitude: degrees("longitude"),
  name: text.optional(),
  address: text.optional(),
});

export interface Location extends z.infer<typeof locationContent> {}

export interface LocationMessage extends MessageEnvelope {
  type: "location";
  location: Location;
}

/** A place on the map: degrees, as numbers or numeric strings. */
export function locationMessage(
  message: Addressee & {
    latitude: number | string;
    longitude: number | string;
    name?: string | undefined;
    address?: string | undefined;
  },
): LocationMessage {
  const { latitude, longitude, name, address } = message;
  return { ...envelopeOf(message), type: "location", location: { latitude, longitude, ...given({ name, address }) } };
}
