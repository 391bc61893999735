export { redact } from "./redact.ts";
export { registerSecret } from "./secrets.ts";
export { oneLine } from "./visible.ts";
