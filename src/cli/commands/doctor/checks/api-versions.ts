/**
 * The last day of each version of the Graph API. A version ends two years after the next one appeared; afterwards calls fall to
 * the oldest version that still works. Source: Meta's versioning page and changelog (v22.0 2025-01-21, v23.0 2025-05-29,
 * v24.0 2025-10-08, v25.0 2026-02-18, v26.0 2026-07-29).
 */
export const API_VERSION_ENDS: Readonly<Record<string, string>> = {
  "v19.0": "2026-05-21",
  "v20.0": "2026-09-24",
  "v21.0": "2027-01-21",
  "v22.0": "2027-05-29",
  "v23.0": "2027-10-08",
  "v24.0": "2028-02-18",
  "v25.0": "2028-07-29",
};

/** The newest when this table was made; it has no end yet. */
export const NEWEST_API_VERSION = "v26.0";
