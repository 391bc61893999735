export type { EmulatorStateView } from "./control/state-view.ts";
export { type Faults, type FaultsInput, faultsJsonSchema, faultsSchema } from "./faults/schema.ts";
export type { MetricsView } from "./middleware/request-metrics.ts";
export { DEFAULT_PHONE, DEFAULT_WABA, type EmulatorOptions, type ReviewPolicy } from "./options.ts";
export { type EmulatorHandle, startEmulator } from "./start.ts";
