import { parseJson } from "../http/parse-json.ts";

const DEFAULT_MINUTES = 30;
const MOST_MINUTES = 24 * 60;

/**
 * How long the account's management quota stays exhausted, in milliseconds: the longest `estimated_time_to_regain_access` (minutes)
 * of the header `X-Business-Use-Case-Usage`, `{"<id>": [{"type", "estimated_time_to_regain_access", …}]}`; 30 minutes
 * when it says nothing.
 */
export function regainAccessMs(header: string | undefined): number {
  const minutes = Math.min(estimate(header) || DEFAULT_MINUTES, MOST_MINUTES);
  return minutes * 60_000;
}

function estimate(header: string | undefined): number {
  let longest = 0;
  try {
    JSON.stringify(parseJson(header ?? ""), (name, value) => {
      if (name === "estimated_time_to_regain_access" && typeof value === "number") longest = Math.max(longest, value);
      return value;
    });
  } catch {
    return 0;
  }
  return longest;
}
