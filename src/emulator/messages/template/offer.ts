import { type JsonObject, numberOf, objectOf } from "../../json.ts";
import { messageError } from "../message-error.ts";
import type { SentComponent } from "./components.ts";

/** A limited-time offer that counts down needs to know until when. */
export function checkOffer(part: JsonObject | undefined, sent: SentComponent | undefined): void {
  const { has_expiration: expires } = objectOf(part?.limited_time_offer);
  if (part === undefined || expires !== true) return;
  const { limited_time_offer: offer } = objectOf(sent?.parameters[0]);
  if (numberOf(objectOf(offer).expiration_time_ms) === undefined) {
    throw messageError("missing", "limited_time_offer: expiration_time_ms is required");
  }
}
