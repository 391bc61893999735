export { compareTemplates, observedAsDeclared, samplesDiffer } from "./compare.ts";
