export { canonicalTemplate } from "./template.ts";
