export type { EmulatorOptions } from "./options.ts";
export { type EmulatorHandle, startEmulator } from "./start.ts";
