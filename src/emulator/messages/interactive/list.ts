import { within } from "../../graph/shape.ts";
import { type Json, type JsonObject, objectOf, textOf } from "../../json.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { messageError } from "../message-error.ts";
import { arrayAt } from "./button.ts";
import { checkCount, checkLength, checkUnique, requiredText } from "./lengths.ts";

const { listButton, listRows, listSections, rowDescription, rowId, rowTitle, sectionTitle } = MESSAGE_LIMITS;

function checkRow(value: Json, path: string): string {
  const row = objectOf(value);
  requiredText(row, "title", path, "Row title", rowTitle);
  const { description } = row;
  if (typeof description === "string") checkLength("Row description", description, rowDescription, 0);
  return requiredText(row, "id", path, "Row id", rowId);
}

/** Titles may be left out only when there is a single section. */
export function checkSectionTitle(section: JsonObject, isOnly: boolean): void {
  const title = textOf(section.title);
  if (title === undefined || title === "") {
    if (!isOnly) throw messageError("missing", "Section title is required when there is more than one section");
    return;
  }
  checkLength("Section title", title, sectionTitle);
}

/** Up to ten sections with up to ten rows in all. */
export function checkList(action: JsonObject, path: string): void {
  requiredText(action, "button", path, "Button label", listButton);
  const sections = arrayAt(action, "sections", path);
  checkCount("sections", sections.length, 1, listSections);
  const ids = sections.flatMap((value, index) => {
    const section = objectOf(value);
    const sectionPath = within(within(path, "sections"), index);
    checkSectionTitle(section, sections.length === 1);
    return arrayAt(section, "rows", sectionPath).map((row, at) =>
      checkRow(row, within(within(sectionPath, "rows"), at)),
    );
  });
  if (ids.length > listRows) throw messageError("value", `Total row count exceed max allowed count: ${listRows}`);
  if (ids.length === 0) throw messageError("value", "Sections must have at least one row");
  checkUnique("Row ids", ids);
}
