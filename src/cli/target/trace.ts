import type { Exchange } from "../../gateway/index.ts";
import type { Context } from "../context.ts";

/** One line of `--verbose`. The gateway has taken the secrets out. */
function traceLine({ method, url, status, ms, attempt, fbtraceId, failure }: Exchange): string {
  const outcome = status === undefined ? "no answer" : String(status);
  const more = [
    ...(attempt > 1 ? [`attempt ${attempt}`] : []),
    ...(fbtraceId === undefined ? [] : [`fbtrace_id ${fbtraceId}`]),
  ];
  const first = [`trace: ${method} ${url}: ${outcome} in ${ms} ms`, ...more].join(", ");
  return failure === undefined ? first : `${first}\n  ${failure}`;
}

export function tracer(context: Context): (exchange: Exchange) => void {
  return (exchange) => {
    if (context.verbose) context.note(context.paintNotes("dim", traceLine(exchange)));
  };
}
