import type { ButtonKind } from "../kinds.ts";

/** Asks the customer for a phone number. */
export const requestContactInfo: ButtonKind<"REQUEST_CONTACT_INFO"> = {
  type: "REQUEST_CONTACT_INFO",
  max: 1,
  label: { policy: "optional", readBack: "never" },
};
