export type { Issue } from "./issue.ts";
export * from "./media/index.ts";
export * from "./message/index.ts";
export * from "./phone-number/index.ts";
export * from "./profile/index.ts";
export * from "./template/index.ts";
