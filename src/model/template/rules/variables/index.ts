export { findVariables, variableNames, withoutVariables } from "./find-variables.ts";
export { placementIssues } from "./placement.ts";
export { BODY_SAMPLES, HEADER_SAMPLES, sampleIssues } from "./samples.ts";
export { noVariables, variableIssues } from "./variable-issues.ts";
