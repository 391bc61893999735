import { PERIODS } from "../clock.ts";
import type { EmulatorState, MediaRecord } from "./state.ts";

const LIFE = 30 * PERIODS.DAY;

/** Media live for 30 days. */
export function findMedia(state: EmulatorState, id: string, now: number): MediaRecord | undefined {
  return state.media.find((media) => media.id === id && media.uploaded + LIFE > now);
}
