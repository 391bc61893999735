import { MycobotError } from "../../errors/index.ts";
import { isJsonObject, objectAt, ShapeError } from "../http/shape.ts";

/**
 * The cursor of the next page; undefined on the last one. `paging.next` says only that there is more: its URL leads past the
 * gateway and carries a token, so it is never followed.
 */
export function nextCursorOf(body: unknown): string | undefined {
  const { paging } = objectAt(body, "the answer");
  if (!isJsonObject(paging) || paging.next === undefined || paging.next === null) return undefined;
  const after = isJsonObject(paging.cursors) ? paging.cursors.after : undefined;
  if (typeof after !== "string" || after === "") throw new ShapeError("with a next page but no cursor");
  return after;
}

/** Page after page, each fetched when it is asked for. `what` names the list, for the error of one that does not end. */
export async function* pagesOf<Page extends { nextCursor: string | undefined }>(
  what: string,
  fetchPage: (after: string | undefined) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = await fetchPage(after);
    yield page;
    after = page.nextCursor;
    if (after !== undefined && seen.has(after)) throw endlessList(what);
    seen.add(after ?? "");
  } while (after !== undefined);
}

/** Not the same as the end: a list that is cut short must not pass for a complete one. */
function endlessList(what: string): MycobotError {
  return new MycobotError("MYCO_GATEWAY_RESPONSE", `The list of ${what} does not end: a page's cursor came twice`, {
    hint: "Try again later.",
  });
}
