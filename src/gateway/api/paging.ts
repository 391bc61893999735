import { MycobotError } from "../../errors/index.ts";
import type { Call } from "../http/call.ts";
import { isJsonObject, listAt, objectAt, ShapeError } from "../http/json.ts";
import { type ProxyCall, proxyRequest } from "./proxy-request.ts";

/** Objects per page, unless the caller sets a limit. WhatsApp documents no maximum. */
export const PAGE_SIZE = 100;

/**
 * The cursor of the next page; undefined on the last one. `paging.next` only indicates that there is more: its URL bypasses the
 * gateway and contains a token, so it is never followed.
 */
export function nextCursorOf(body: unknown): string | undefined {
  const { paging } = objectAt(body, "the answer");
  if (!isJsonObject(paging) || paging.next === undefined || paging.next === null) return undefined;
  const after = isJsonObject(paging.cursors) ? paging.cursors.after : undefined;
  if (typeof after !== "string" || after === "") throw new ShapeError("with a next page but no cursor");
  return after;
}

/** All pages in order, each fetched on demand. `what` names the list in the error for a list that does not end. */
export async function* pagesOf<Page extends { nextCursor: string | undefined }>(
  what: string,
  fetchPage: (after: string | undefined) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  const used = new Set<string>();
  let after: string | undefined;
  do {
    const page = await fetchPage(after);
    yield page;
    after = page.nextCursor;
    if (after !== undefined && used.has(after)) throw endlessList(what);
    used.add(after ?? "");
  } while (after !== undefined);
}

/** An edge of an account that lists objects. */
interface ListEdge<Item> {
  /** Names the list in errors. */
  what: string;
  segments: readonly string[];
  query: Readonly<Record<string, string | number | undefined>>;
  /** @throws {ShapeError} when the value is not such an object */
  read: (value: unknown, where: string) => Item;
}

/** All objects of an edge in order, fetched page by page. */
export async function* itemsOf<Item>(
  call: Call,
  options: ProxyCall,
  { what, segments, query, read }: ListEdge<Item>,
): AsyncGenerator<Item, void, undefined> {
  const readPage = (body: unknown) => ({
    items: listAt(body, "data").map((value, index) => read(value, `data[${index}]`)),
    nextCursor: nextCursorOf(body),
  });
  const pages = pagesOf(what, (after) => {
    const request = {
      method: "GET",
      segments,
      query: { limit: PAGE_SIZE, ...query, after },
      management: true,
    } as const;
    return call(proxyRequest(options, request), readPage);
  });
  for await (const page of pages) yield* page.items;
}

/** An error, not the end of the list: a truncated list must not be taken for a complete one. */
function endlessList(what: string): MycobotError {
  return new MycobotError("MYCO_GATEWAY_RESPONSE", `The list of ${what} does not end: a cursor was returned twice`, {
    hint: "Try again later.",
  });
}
