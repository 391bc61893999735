import type { ForeignClient } from "../../harness/foreign-client.ts";
import { python } from "../../harness/python.ts";

export const facebookBusiness: ForeignClient = {
  name: "facebook-business",
  version: "26.0.3",
  language: "Python",
  use: "Meta's own SDK, generated from the API; among the 2,000 most downloaded packages of PyPI",
  reached: "the attribute `GRAPH` of its session",
  ...python(import.meta.dirname),
  exceptions: {
    "Business profile: read by profile id": {
      reason:
        "the emulator does not serve a profile under an id of its own; by default, as in Meta's documentation, a profile does not show an id",
      detail: /nonexisting field \(id\)/,
    },
  },
};
