#!/usr/bin/env node
// Generates schema/stack.schema.json for editors from the built code. Run `npm run build` first.
import { writeFileSync } from "node:fs";
import { stackJsonSchema } from "../dist/stack/index.js";

const file = new URL("../schema/stack.schema.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(stackJsonSchema(), null, 2)}\n`);
