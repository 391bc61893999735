import type { Connection, WireTemplate } from "../../gateway/index.ts";
import type { ConnectionStatus } from "../../model/connection.ts";
import { rowOf } from "../../model/text/index.ts";
import type { Color } from "../output/paint.ts";
import type { Column, PaintedCell } from "../output/table.ts";

/** Statuses of templates that need no attention; all others are red. */
const TEMPLATE_COLORS: Readonly<Record<string, Color>> = { APPROVED: "green", PENDING: "yellow", IN_APPEAL: "yellow" };
const QUALITY_COLORS: Readonly<Record<string, Color>> = { GREEN: "green", YELLOW: "yellow", RED: "red" };
const CONNECTION_COLORS: Readonly<Record<ConnectionStatus, Color>> = {
  ACTIVE: "green",
  PENDING: "yellow",
  FAILED: "red",
};

/** The status of a declared template that the account does not have. */
export const NOT_CREATED = "NOT_CREATED";

/** Names of templates: one line each, cut if the terminal is too narrow for them. */
export const TEMPLATE_COLUMN: Column = { name: "template", whole: true, cut: true };

/** Statuses: one line each. */
export const STATUS_COLUMN: Column = { name: "status", whole: true };

/** A template's status; NOT_CREATED in words. `vanished`: Pulumi's state has it. */
export function templateStatusCell(status: string, vanished = false): PaintedCell {
  const absent = vanished ? "vanished" : "not created";
  return {
    text: status === NOT_CREATED ? absent : status,
    color: rowOf(TEMPLATE_COLORS, status) ?? "red",
  };
}

export function connectionStatusCell({ status }: Pick<Connection, "status">): PaintedCell {
  return { text: status, color: rowOf(CONNECTION_COLORS, status) ?? "reset" };
}

/** A template's quality; empty if unknown. */
export function qualityOf({ quality_score }: Pick<WireTemplate, "quality_score">): string {
  const score = quality_score?.score;
  return score === undefined || score === "UNKNOWN" ? "" : score;
}

/** The quality of a template or phone number. */
export function qualityCell(quality: string | undefined): PaintedCell {
  const text = quality === undefined || quality === "UNKNOWN" ? "" : quality;
  return { text, color: rowOf(QUALITY_COLORS, text) ?? "reset" };
}
