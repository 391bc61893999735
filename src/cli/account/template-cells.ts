import type { WireTemplate } from "../../gateway/index.ts";
import { rowOf } from "../../model/text/index.ts";

import type { Colour } from "../output/paint.ts";
import type { PaintedCell } from "../output/table.ts";

const STATUS_COLOURS: Readonly<Record<string, Colour>> = { APPROVED: "green", PENDING: "yellow", IN_APPEAL: "yellow" };
const QUALITY_COLOURS: Readonly<Record<string, Colour>> = { GREEN: "green", YELLOW: "yellow", RED: "red" };

/** Whatever is neither usable nor under way is red. */
export function statusCell(status: string): PaintedCell {
  return { text: status, colour: rowOf(STATUS_COLOURS, status) ?? "red" };
}

export function qualityOf({ quality_score }: Pick<WireTemplate, "quality_score">): string {
  const score = quality_score?.score;
  return score === undefined || score === "UNKNOWN" ? "" : score;
}

export function qualityCell(template: Pick<WireTemplate, "quality_score">): PaintedCell {
  const text = qualityOf(template);
  return { text, colour: rowOf(QUALITY_COLOURS, text) ?? "reset" };
}
