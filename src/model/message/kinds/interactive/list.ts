import type { z } from "zod";
import { absent, countBetween, listOf, object, repeated, rule, upTo, words } from "../../shape.ts";
import {
  type InteractiveEnvelope,
  type InteractiveTexts,
  interactiveKind,
  interactiveMessage,
} from "../interactive.ts";

/** `rows` is the maximum of all sections together. */
export const LIST_LIMITS = {
  interactiveBodyOfList: 4096,
  listButton: 20,
  sections: 10,
  rows: 10,
  sectionTitle: 24,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
} as const;

const row = object({
  /** Comes back when the row is chosen. */
  id: words("The row's id", LIST_LIMITS.rowId),
  title: words("The row's title", LIST_LIMITS.rowTitle),
  description: upTo("The row's description", LIST_LIMITS.rowDescription).optional(),
});

export interface ListRow extends z.infer<typeof row> {}

/** Sections of rows or of products: with more than one, each has a title. */
export function sectionsOf<T extends z.core.$ZodLooseShape>(content: T) {
  const section = object({
    /** Required when there is more than one section. */
    title: upTo("The section's title", LIST_LIMITS.sectionTitle).optional(),
    ...content,
  });
  return listOf(section, "sections").check(
    rule((sections) => countBetween("section", sections.length, 1, LIST_LIMITS.sections)),
    rule(function* (sections) {
      if (sections.length < 2) return;
      for (const [index, section] of sections.entries()) {
        const { title }: { title?: unknown } = section;
        if (typeof title !== "string" || title.trim() === "")
          yield {
            ...absent(`section ${index}`, "title", 'Add "title", or use a single section.', "section-title-missing"),
            path: `/${index}`,
          };
      }
    }),
  );
}

const rows = listOf(row, "rows");

const action = object({
  /** The text of the button that opens the list. */
  button: words("The list's button", LIST_LIMITS.listButton),
  sections: sectionsOf({ rows }).check(
    rule(function* (sections) {
      const all = sections.flatMap((section, at) => section.rows.map(({ id }, index) => ({ id, at, index })));
      yield* countBetween("row", all.length, 1, LIST_LIMITS.rows);
      const pathOf = (index: number) => `/${all[index]?.at}/rows/${all[index]?.index}/id`;
      yield* repeated(all, ({ id }) => id, "The row's id", pathOf);
    }),
  ),
});

export interface ListAction extends z.infer<typeof action> {}
export type ListSection = ListAction["sections"][number];

export const listKind = interactiveKind("list", action, { body: LIST_LIMITS.interactiveBodyOfList, headers: ["text"] });

type Content = z.infer<typeof listKind.schema>;

/** A list that `button` opens; see {@link LIST_LIMITS}. */
export function listMessage(
  message: InteractiveTexts & { button: string; sections: readonly ListSection[] },
): InteractiveEnvelope<Content> {
  const { button, sections } = message;
  return interactiveMessage<Content>(message, "list", { button, sections });
}
