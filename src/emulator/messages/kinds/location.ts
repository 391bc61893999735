import { exact, needed, optional, text } from "../../graph/shape.ts";
import { type Json, objectOf } from "../../json.ts";
import { messageError } from "../message-error.ts";

const shape = exact({
  latitude: needed(text({ least: 1 })),
  longitude: needed(text({ least: 1 })),
  name: optional(text()),
  address: optional(text()),
});

/** Numbers, or numbers in strings, within the globe. */
function checkCoordinate(name: string, value: Json | undefined, most: number): void {
  const number = Number(value);
  const isNumeric = value !== undefined && String(value).trim() !== "" && Number.isFinite(number);
  if (!isNumeric || Math.abs(number) > most) {
    throw messageError("value", `Invalid ${name}. Min value: -${most}, Max value: ${most}`);
  }
}

export function checkLocation(value: Json, path: string): void {
  shape(value, path);
  const { latitude, longitude } = objectOf(value);
  checkCoordinate("latitude", latitude, 90);
  checkCoordinate("longitude", longitude, 180);
}
