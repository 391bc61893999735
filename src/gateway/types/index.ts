export type * from "./business-profile.ts";
export type * from "./call-options.ts";
export type * from "./connection.ts";
export type * from "./message.ts";
export type * from "./template.ts";
export type * from "./upload.ts";
