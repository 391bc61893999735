import { join } from "node:path";
import type { ForeignClient } from "../../harness/foreign-client.ts";
import { npm } from "../../harness/npm.ts";

const NAME = "@kapso/whatsapp-cloud-api";
const VERSION = "0.3.0";

const client: ForeignClient = {
  name: NAME,
  version: VERSION,
  language: "TypeScript",
  use: "15,000 downloads a month from npm",
  reached: "its option `baseUrl`",
  ...npm(import.meta.dirname, [`${NAME}@${VERSION}`, "zod@4.6.7"], join(NAME, "dist", "index.js")),
  exceptions: {
    "Templates: read": {
      reason: "the client gets `/{account}/message_templates/{template}`, a path that WhatsApp does not have",
      detail: /Unknown path components: \/message_templates/,
    },
  },
};

export const kapso: ForeignClient = client;
export const kapsoAtGateway: ForeignClient = { ...client, address: "gateway" };
