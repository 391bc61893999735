export type { Issue, Severity } from "./issue.ts";
export * from "./profile/index.ts";
export * from "./template/index.ts";
