import { isMediaFile } from "../media.ts";
import type { TemplateReport } from "../types.ts";
import type { Pair, Source } from "./pair.ts";
import { reconcileValue } from "./reconcile.ts";
import { type Sample, samplesOf } from "./samples.ts";

const MESSAGES: Readonly<Record<Sample["code"], string>> = {
  samples: "Only the sample differs. WhatsApp's reviewers see it; recipients never do.",
  media: "Only the sample file differs. WhatsApp's reviewers see it; recipients get the file that is sent.",
};

/** The samples that differ between two templates of the same meaning. */
export function sampleDifferences({ source, wanted, observed }: Pair): TemplateReport[] {
  const mine = samplesOf(wanted);
  const theirs = samplesOf(observed);
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])];
  return keys.flatMap((key) => differenceOf(source, mine.get(key), theirs.get(key)) ?? []);
}

function differenceOf(
  source: Source,
  mine: Sample | undefined,
  theirs: Sample | undefined,
): TemplateReport | undefined {
  const { code, path } = mine ?? theirs ?? { code: "samples", path: "" };
  const [wanted, observed] = [mine?.value, theirs?.value];
  if (source === "read" && (wanted === undefined || observed === undefined)) return undefined;
  if (code === "media" ? isSameMedia(wanted, observed) : isSameValue(wanted, observed)) return undefined;
  return {
    code,
    path,
    kind: wanted === undefined ? "added" : observed === undefined ? "removed" : "changed",
    ...(wanted === undefined ? {} : { wanted }),
    ...(observed === undefined ? {} : { observed }),
    message: MESSAGES[code],
  };
}

/** A signed address says nothing about the file behind it. */
function isSameMedia(wanted: unknown, observed: unknown): boolean {
  const [mine, theirs] = [wanted, observed].map((value) =>
    Array.isArray(value) && value.length === 1 ? value[0] : value,
  );
  if (isSigned(mine) || isSigned(theirs)) return true;
  if (!isMediaFile(mine) || !isMediaFile(theirs)) return isSameValue(mine, theirs);
  return mine.sha256 !== undefined && theirs.sha256 !== undefined
    ? mine.sha256 === theirs.sha256
    : mine.file === theirs.file;
}

function isSigned(handle: unknown): boolean {
  return typeof handle === "string" && handle.includes("://");
}

function isSameValue(a: unknown, b: unknown): boolean {
  return reconcileValue("", a, b).changes.length === 0;
}
