import { join } from "node:path";
import type { ForeignClient } from "../../harness/foreign-client.ts";
import { npm } from "../../harness/npm.ts";

const NAME = "@great-detail/whatsapp";
const VERSION = "8.4.0";

export const greatDetail: ForeignClient = {
  name: NAME,
  version: VERSION,
  language: "TypeScript",
  use: "continues Meta's official Node SDK; the newest version for Node 20; 3,000 downloads a month from npm",
  reached: "its option `prefixUrl`",
  ...npm(import.meta.dirname, [`${NAME}@${VERSION}`, "ky@1.14.3"], join(NAME, "dist", "index.js")),
};
