import { engineLog, type Warn } from "./engine-log.ts";
import { type EngineWatch, NO_ENGINE, watchEngine } from "./engine-watch.ts";
import { endPluginsOf } from "./plugins-of-engine.ts";

export type { Warn } from "./engine-log.ts";

/** The engine that this process works for. */
export interface Engine extends EngineWatch {
  warn: Warn;
}

/** No engine: nothing ends early, and `warn` is the caller's. */
export function withoutEngine(warn: Warn = () => {}): Engine {
  return { ...NO_ENGINE, warn };
}

/** The engine's address is the last argument of the process that Pulumi's dynamic provider runs in. */
const PROVIDER_PROCESS = /[\\/]dynamic-provider(?:[\\/]index\.js)?$/;

export function engineAddress(argv: readonly string[]): string | undefined {
  const [, script = "", ...args] = argv;
  const address = args.at(-1);
  return PROVIDER_PROCESS.test(script) && address !== undefined && /:\d+$/.test(address) ? address : undefined;
}

/** The engine of this process. When it is gone, the process ends: its results would be lost. */
export function ownEngine(argv: readonly string[] = process.argv): Engine {
  const address = engineAddress(argv);
  if (address === undefined) return withoutEngine();
  const watch = watchEngine(address);
  watch.gone.addEventListener("abort", () => {
    endPluginsOf(address);
    process.exit(1);
  });
  return { gone: watch.gone, assertAlive: () => watch.assertAlive(), warn: engineLog(address) };
}
