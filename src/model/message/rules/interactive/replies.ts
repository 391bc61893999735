import { z } from "zod";
import { MESSAGE_ANSWERS, MESSAGE_LIMITS } from "../../tables/index.ts";
import { obeys } from "../problem.ts";
import { listOf, object, outside, repeated, text, words } from "../values.ts";

const button = object({
  type: z.literal("reply", { error: '"reply"' }),
  reply: object({
    id: words("The button's id", MESSAGE_LIMITS.buttonId),
    title: words("The button's title", MESSAGE_LIMITS.buttonTitle),
  }),
});

export const buttonAction = object({
  buttons: listOf(button, "buttons").check(
    obeys((buttons) => outside("button", buttons.length, 1, MESSAGE_LIMITS.buttons)),
    obeys((buttons) =>
      repeated(
        buttons,
        ({ reply }) => reply.title,
        "The title",
        (index) => [index, "reply", "title"],
      ),
    ),
    obeys((buttons) =>
      repeated(
        buttons,
        ({ reply }) => reply.id,
        "The id",
        (index) => [index, "reply", "id"],
      ),
    ),
  ),
});

const row = object({
  id: words("The row's id", MESSAGE_LIMITS.rowId),
  title: words("The row's title", MESSAGE_LIMITS.rowTitle),
  description: words("The row's description", MESSAGE_LIMITS.rowDescription).optional(),
});

/** Sections of a list or of products: each has a title as soon as there are several. */
export function sectionsOf<T extends z.core.$ZodLooseShape>(content: T) {
  const section = object({ title: text.optional(), ...content });
  return listOf(section, "sections").check(
    obeys((sections) => outside("section", sections.length, 1, MESSAGE_LIMITS.sections)),
    obeys(function* (sections) {
      for (const [index, { title }] of sections.entries())
        if (sections.length > 1 && (typeof title !== "string" || title.trim() === ""))
          yield {
            code: "section-title-missing",
            at: [index],
            message: "a section has no title; among several each wants one",
            hint: 'Add "title".',
            whatsapp: MESSAGE_ANSWERS.missingParameter,
          };
    }),
  );
}

const rows = listOf(row, "rows");

export const listAction = object({
  button: words("The list's button", MESSAGE_LIMITS.listButton),
  sections: sectionsOf({ title: words("The section's title", MESSAGE_LIMITS.sectionTitle).optional(), rows }).check(
    obeys(function* (sections) {
      const all = sections.flatMap((section, at) => section.rows.map(({ id }, index) => ({ id, at, index })));
      yield* outside("row", all.length, 1, MESSAGE_LIMITS.rows);
      yield* repeated(
        all,
        ({ id }) => id,
        "The row's id",
        (index) => [all[index]?.at ?? 0, "rows", all[index]?.index ?? 0, "id"],
      );
    }),
  ),
});
