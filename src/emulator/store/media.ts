import { PERIODS } from "../clock.ts";
import type { EmulatorState, MediaRecord } from "./state.ts";

const MEDIA_LIFE = 30 * PERIODS.DAY;

/** An uploaded file that has not expired. */
export function findMedia(state: EmulatorState, id: string, now: number): MediaRecord | undefined {
  return state.media.find((media) => media.id === id && media.uploaded + MEDIA_LIFE > now);
}
