import type { Connection } from "../../gateway/index.ts";
import { rowOf } from "../../model/text/index.ts";

import type { Colour } from "../output/paint.ts";

const COLOURS: Readonly<Record<string, Colour>> = { ACTIVE: "green", PENDING: "yellow", FAILED: "red" };

export function statusColour(status: string): Colour {
  return rowOf(COLOURS, status) ?? "reset";
}

/** A connection without its URL, which is a session token. */
export function connectionView({ url: _, ...rest }: Connection): Omit<Connection, "url"> {
  return rest;
}

/** `2025-12-08 07:20` of `2025-12-08T07:20:53.488460Z`. */
export function minuteOf(time: string | undefined): string {
  return time?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2") ?? "";
}
