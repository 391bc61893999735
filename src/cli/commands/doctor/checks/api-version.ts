import { DEFAULT_API_VERSION, gatewayOptions } from "../../../../gateway/index.ts";
import { rowOf } from "../../../../model/text/index.ts";
import { EXIT } from "../../../exit-codes.ts";
import { type Finding, failed, type LocalCheck, passed, warned } from "../check.ts";

const NAME = "api version";

/**
 * The last day of each version of the Graph API. A version ends two years after its successor appears; afterwards calls use
 * the oldest version that is still available. Source: Meta's versioning page and changelog (v22.0 2025-01-21, v23.0
 * 2025-05-29, v24.0 2025-10-08, v25.0 2026-02-18, v26.0 2026-07-29).
 */
const API_VERSION_ENDS: Readonly<Record<string, string>> = {
  "v19.0": "2026-05-21",
  "v20.0": "2026-09-24",
  "v21.0": "2027-01-21",
  "v22.0": "2027-05-29",
  "v23.0": "2027-10-08",
  "v24.0": "2028-02-18",
  "v25.0": "2028-07-29",
};

/** The newest version known here; its end is not known. */
const NEWEST_API_VERSION = "v26.0";

const WARN_DAYS = 60;
const DAY_MS = 24 * 60 * 60_000;

const HINT = `Set WHATSAPP_API_VERSION to a later version, up to ${NEWEST_API_VERSION}; state is unaffected.`;

/** Whether the version of the Graph API has ended, or ends soon. */
export const apiVersion: LocalCheck = {
  name: NAME,
  run: ({ context }) => {
    const version = gatewayOptions(context.io.env).apiVersion ?? DEFAULT_API_VERSION;
    const end = rowOf(API_VERSION_ENDS, version);
    if (end !== undefined) return endFinding(version, end, context.clock.now());
    if (numberOf(version) >= numberOf(NEWEST_API_VERSION)) return passed(NAME, `${version}, no known end`);
    return warned(NAME, `${version} has ended: calls use the oldest available version.`, HINT);
  },
};

function endFinding(version: string, end: string, now: number): Finding {
  const days = Math.ceil((Date.parse(end) - now) / DAY_MS);
  if (days < 0) return warned(NAME, `${version} ended on ${end}: calls use the oldest available version.`, HINT);
  if (days <= WARN_DAYS) return warned(NAME, `${version} ends on ${end}, in ${days} days.`, HINT);
  return passed(NAME, `${version}, until ${end}`);
}

function numberOf(version: string): number {
  return Number(version.slice(1));
}

/** A failure of this check, found by another one: WhatsApp does not know the version. */
export function unknownApiVersion(reason: string): Finding {
  return failed(
    NAME,
    EXIT.invalid,
    `WhatsApp does not recognize the version in the path: ${reason}`,
    `Set WHATSAPP_API_VERSION to an existing version, such as ${NEWEST_API_VERSION}.`,
  );
}
