import { readFileSync } from "node:fs";

const FILES = { Template: "template", BusinessProfile: "business-profile", Connection: "connection" };

/** The names and source texts of the resource classes. Their comments are the reference. */
export const resourceSources = () =>
  Object.entries(FILES).map(([name, file]) => ({
    name,
    text: readFileSync(new URL(`../../src/resources/${file}.ts`, import.meta.url), "utf8"),
  }));
