import type { Issue } from "../../issue.ts";
import { error } from "../../template/rules/issues.ts";
import { field, quote, rowOf } from "../../text/index.ts";
import { MESSAGE_ANSWERS } from "../answers.ts";
import type { GivenComponent } from "./given-part.ts";
import type { WantedHeader } from "./template-part.ts";
import { type Place, variableIssues } from "./variables.ts";

/** The parameter that a header of each format wants. A GIF is sent as a video. */
const PARAMETER_OF: Readonly<Record<string, string>> = {
  IMAGE: "image",
  VIDEO: "video",
  GIF: "video",
  DOCUMENT: "document",
  LOCATION: "location",
  PRODUCT: "product",
};

export function headerIssues(
  place: Place,
  header: WantedHeader | undefined,
  named: boolean,
  given: GivenComponent | undefined,
): Issue[] {
  const wanted = header === undefined ? undefined : rowOf(PARAMETER_OF, header.format);
  if (wanted === undefined)
    return variableIssues(place, { variables: header?.variables ?? [], named, text: header?.text ?? "" }, given);
  const types = given?.parameters.map((parameter) => field(parameter, "type")) ?? [];
  if (types.length === 1 && types[0] === wanted) return [];
  const has = types.length === 0 ? "has none" : `gives ${types.map((type) => quote(type)).join(", ")}`;
  return [
    error(
      types.length === 0 ? "parameter-missing" : "header-mismatch",
      place.path,
      `${place.subject} wants one parameter of type ${quote(wanted)}, and the message ${has}`,
      types.length === 0 ? "What was uploaded as a sample is never sent: add it." : `Give it one ${quote(wanted)}.`,
      MESSAGE_ANSWERS.parameterFormat,
    ),
  ];
}
