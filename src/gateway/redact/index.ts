export { redact, redactedLine } from "./redact.ts";
export { registerSecret } from "./secrets.ts";
