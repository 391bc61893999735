import { rowOf } from "../../../../model/text/index.ts";

import { type Check, passed, warned } from "../check.ts";
import { API_VERSION_ENDS, NEWEST_API_VERSION } from "./api-versions.ts";

const DAY = 24 * 60 * 60_000;
const WARN_DAYS = 90;

const NAME = "api version";
const HINT = `Set WHATSAPP_API_VERSION to a later one, up to ${NEWEST_API_VERSION}: it is no change of state.`;

function number(version: string): number {
  return Number(version.slice(1));
}

/** Whether the version of the Graph API is near its end. `now` in milliseconds since the epoch. */
export function checkApiVersion(version: string, now: number): Check {
  const end = rowOf(API_VERSION_ENDS, version);
  if (end === undefined) {
    if (number(version) >= number(NEWEST_API_VERSION)) return passed(NAME, `${version}, with no known end`);
    return warned(NAME, `${version} has ended: calls fall to the oldest version that still works.`, HINT);
  }
  const days = Math.ceil((Date.parse(end) - now) / DAY);
  if (days < 0)
    return warned(NAME, `${version} ended on ${end}: calls fall to the oldest version that still works.`, HINT);
  if (days <= WARN_DAYS) return warned(NAME, `${version} ends on ${end}, in ${days} days.`, HINT);
  return passed(NAME, `${version}, until ${end}`);
}
