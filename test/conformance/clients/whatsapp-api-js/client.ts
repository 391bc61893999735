import { join } from "node:path";
import type { ForeignClient } from "../../harness/foreign-client.ts";
import { npm } from "../../harness/npm.ts";

const NAME = "whatsapp-api-js";
const VERSION = "6.3.0";

export const whatsappApiJs: ForeignClient = {
  name: NAME,
  version: VERSION,
  language: "TypeScript",
  use: "10,000 downloads a month from npm",
  reached: "its option `ponyfill.fetch`",
  ...npm(import.meta.dirname, [`${NAME}@${VERSION}`], join(NAME, "lib", "index.js")),
  exceptions: {
    "QR codes: update": {
      reason:
        "the client posts to the code's own path; Meta's description has the code in the body. The switch `qrCodeInPath: true` accepts it",
      detail: /Tell me about cake/,
    },
  },
};
