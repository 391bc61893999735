#!/usr/bin/env node
// Generates docs/reference from the built code. `npm run reference` builds the code first.
import { mkdirSync, writeFileSync } from "node:fs";
import { referencePages } from "./reference/pages.mjs";
import { referenceSources } from "./reference/sources.mjs";

const folder = new URL("../docs/reference/", import.meta.url);
const pages = referencePages(await referenceSources((path) => import(`../dist/${path}.js`)));
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages)) writeFileSync(new URL(name, folder), text);
