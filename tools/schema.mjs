#!/usr/bin/env node
// Writes schema/stack.schema.json, which editors read. Needs a build: `npm run build`.
import { writeFileSync } from "node:fs";
import { stackJsonSchema } from "../dist/stack/index.js";

const file = new URL("../schema/stack.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(stackJsonSchema(), null, 2)}\n`);
