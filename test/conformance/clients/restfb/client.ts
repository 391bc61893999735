import { join } from "node:path";
import type { ForeignClient } from "../../harness/foreign-client.ts";

const VERSION = "2025.15.0";
const COPY = "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy";

export const restfb: ForeignClient = {
  name: "restfb",
  version: VERSION,
  language: "Java",
  use: "a client of Meta's whole Graph API on Maven Central, with types for WhatsApp",
  reached: "its `FacebookEndpoints`",
  pin: VERSION,
  install: (folder) =>
    ["mvn", "--quiet", "--batch-mode", COPY].concat([
      `-Dartifact=com.restfb:restfb:${VERSION}`,
      `-DoutputDirectory=${folder}`,
    ]),
  run: (folder) => ["java", "-cp", join(folder, `restfb-${VERSION}.jar`), join(import.meta.dirname, "TryAll.java")],
  exceptions: {
    "Templates: list page by page": {
      reason: "restfb follows links to further pages with https only; the emulator has http",
      detail: /Unsupported or unrecognized SSL message/,
    },
  },
};
