import type { ForeignClient } from "../../harness/foreign-client.ts";
import { python } from "../../harness/python.ts";

const EDIT =
  "pywa 4.5.0 reads the id in the answer of an edit; Meta's description has `success` alone. The switch `editAnswer: full` answers the id";

export const pywa: ForeignClient = {
  name: "pywa",
  version: "4.5.0",
  language: "Python",
  use: "among the 10,000 most downloaded packages of PyPI",
  reached: "the `session` argument",
  ...python(import.meta.dirname),
  exceptions: {
    "Templates: list page by page": {
      reason: "pywa 4.5.0 cannot go to a second page of templates: its result class lacks an argument",
      detail: /unexpected keyword argument 'item_factory'/,
    },
    "Templates: edit": { reason: EDIT, detail: /KeyError: 'id'/ },
    "Templates: edit category": { reason: EDIT, detail: /KeyError: 'id'/ },
    "Templates: upsert authentication": {
      reason: "pywa 4.5.0 encodes the body twice, so that it is a JSON string instead of an object",
      detail: /The request body must be a JSON object/,
    },
    "Phone numbers: add": {
      reason: "pywa 4.5.0 sends `country_code`; WhatsApp's parameter is `cc`",
      detail: /The parameter cc is required/,
    },
  },
};
