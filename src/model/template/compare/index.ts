export { compareTemplates, observedAsDeclared } from "./compare.ts";
export { differsInSamplesOnly } from "./samples-only.ts";
