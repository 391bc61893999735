export { compareTemplates, observedAsDeclared, samplesDiffer } from "./compare.ts";
export { READ_ONLY_FIELDS, UNCOMPARED_FIELDS } from "./read-only-fields.ts";
