import type { Finding } from "../source/finding.ts";
import type { LocatedScalar } from "../source/located.ts";
import type { Samples } from "./samples.ts";

export type MediaKind = "image" | "video" | "document";

/** A sample file that a header names. */
export interface MediaUse {
  kind: MediaKind;
  /** The path as it was written. */
  node: LocatedScalar;
  /** Absolute. */
  file: string;
}

/** What the expansion of one language works with, and what it gathers. */
export interface Expansion {
  samples: Samples;
  /** Absolute: paths of media files are told relative to it. */
  projectRoot: string;
  findings: Finding[];
  media: MediaUse[];
  /** Set as soon as a text has a variable with a name. */
  named: boolean;
}
