import type { OnProgress } from "../../gateway/index.ts";
import type { Context } from "../context.ts";
import { visibleLine } from "./visible.ts";

/** Shows one line on stderr that the next call overwrites, on a terminal only; `""` removes it. */
export function showProgress(context: Context, text: string): void {
  if (context.watched && !context.verbose) context.io.stderr.write(`\r\u001b[K${visibleLine(text)}`);
}

/** Shows `uploading photo.jpg: 45 %` and updates it when the percentage changes. */
export function transferProgress(context: Context, what: string): OnProgress {
  let shown: number | undefined;
  return ({ done, total }) => {
    if (total === undefined || total === 0) return;
    const percent = Math.floor((done / total) * 100);
    if (percent === shown) return;
    shown = percent;
    showProgress(context, `${what}: ${percent} %`);
  };
}
