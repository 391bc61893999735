import { exact, filled, optional, required, text } from "../../graph/shape.ts";
import { type Json, objectOf } from "../../json.ts";
import { messageError } from "../message-error.ts";
import type { MessageKind } from "./message-kind.ts";

const DEGREES = { latitude: 90, longitude: 180 } as const;

const shape = exact({
  latitude: required(filled),
  longitude: required(filled),
  name: optional(text()),
  address: optional(text()),
});

/** A number, or a number in a string, within the globe. */
function checkCoordinate(name: keyof typeof DEGREES, value: Json | undefined): void {
  const max = DEGREES[name];
  const number = Number(value);
  const isNumeric = value !== undefined && String(value).trim() !== "" && Number.isFinite(number);
  if (!isNumeric || Math.abs(number) > max) {
    throw messageError("value", `Invalid ${name}. Min value: -${max}, Max value: ${max}`);
  }
}

/** `location`: coordinates, with a name and an address. */
export const location: MessageKind = {
  check: (_, value, path) => {
    shape(value, path);
    const { latitude, longitude } = objectOf(value);
    checkCoordinate("latitude", latitude);
    checkCoordinate("longitude", longitude);
  },
};
