import { PERIODS } from "../clock.ts";
import type { EmulatorState } from "./state.ts";

/** A file that was uploaded for messages. Its bytes are kept in memory only. */
export interface MediaRecord {
  id: string;
  phone: string;
  mimeType: string;
  /** Hexadecimal. */
  sha256: string;
  size: number;
  name?: string;
  uploaded: number;
}

const LIFE = 30 * PERIODS.DAY;

/** Media live for 30 days. */
export const findMedia = (state: EmulatorState, id: string, now: number): MediaRecord | undefined =>
  state.media.find((media) => media.id === id && media.uploaded + LIFE > now);
