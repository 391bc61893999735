export { compareTemplates, observedAsDeclared, samplesDiffer } from "./compare.ts";
export { READ_ONLY_FIELDS } from "./read-only-fields.ts";
