import { within } from "../../../graph/shape.ts";
import { type Json, type JsonObject, objectOf, textOf } from "../../../json.ts";
import { messageError } from "../../message-error.ts";
import {
  arrayAt,
  checkCount,
  checkLength,
  checkUnique,
  type InteractiveKind,
  requiredText,
  ruled,
} from "./interactive-kind.ts";

/** Characters, except the counts of sections and of rows, which are of the whole list. */
export const LIST = {
  body: 4096,
  button: 20,
  sections: 10,
  sectionTitle: 24,
  rows: 10,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
} as const;

/** A single section needs no title. */
function checkTitle(section: JsonObject, isOnly: boolean): void {
  const title = textOf(section.title);
  if (title !== undefined && title !== "") checkLength("Section title", title, LIST.sectionTitle);
  else if (!isOnly) throw messageError("missing", "Section title is required when there is more than one section");
}

/** What `read` returns for all sections of an action: rows of a list, or products. */
export function inSections<Item>(
  action: JsonObject,
  path: string,
  read: (section: JsonObject, path: string) => Item[],
): Item[] {
  const sections = arrayAt(action, "sections", path);
  checkCount("sections", sections.length, 1, LIST.sections);
  return sections.flatMap((value, index) => {
    const section = objectOf(value);
    checkTitle(section, sections.length === 1);
    return read(section, within(within(path, "sections"), index));
  });
}

/** Checks a row and returns its id. */
function checkRow(value: Json, path: string): string {
  const row = objectOf(value);
  requiredText(row, "title", path, "Row title", LIST.rowTitle);
  const { description } = row;
  if (typeof description === "string") checkLength("Row description", description, LIST.rowDescription, 0);
  return requiredText(row, "id", path, "Row id", LIST.rowId);
}

function checkList(action: JsonObject, path: string): void {
  requiredText(action, "button", path, "Button label", LIST.button);
  const ids = inSections(action, path, (section, sectionPath) =>
    arrayAt(section, "rows", sectionPath).map((row, at) => checkRow(row, within(within(sectionPath, "rows"), at))),
  );
  if (ids.length > LIST.rows) throw messageError("value", `Total row count exceed max allowed count: ${LIST.rows}`);
  if (ids.length === 0) throw messageError("value", "Sections must have at least one row");
  checkUnique("Row ids", ids);
}

/** `list`: rows in sections, behind a button. */
export const list: InteractiveKind = { action: ruled(checkList), headers: ["text"], body: { max: LIST.body } };
