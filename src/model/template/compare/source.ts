import type { JsonObject } from "../../text/index.ts";
import { hasOtpAddress } from "../canonical/otp-button.ts";
import { READ_ONLY_FIELDS } from "../tables/index.ts";

/** Whether the observed template is a declaration too, or was read from WhatsApp, and so cannot show everything. */
export type Source = "declaration" | "read";

/** Two reads show the same things, so they are compared as strictly as two declarations. */
export function sourceOf(wanted: JsonObject, observed: JsonObject): Source {
  const isRead = hasReadOnlyField(observed) || hasOtpAddress(observed.components);
  return isRead && !hasReadOnlyField(wanted) ? "read" : "declaration";
}

function hasReadOnlyField(body: JsonObject): boolean {
  return Object.keys(body).some((name) => READ_ONLY_FIELDS.has(name));
}
