import type { Issue } from "../../../issue.ts";
import { count, pointer, quote } from "../../../text/index.ts";
import { ANSWERS } from "../../tables/index.ts";
import { error, warning } from "../issues.ts";

interface Row {
  values: readonly unknown[];
  path: string;
  /** Place of a value. */
  at: (index: number) => string;
  /** Written without the inner list. */
  flat: boolean;
}

/** `[["a", "b"]]` as documented; also `["a"]` and `"a"`, which Meta prints too. */
function firstRow(value: unknown, path: string): Row {
  if (!Array.isArray(value)) return { values: [value], path, at: () => path, flat: false };
  const [first]: unknown[] = value;
  const inner = Array.isArray(first);
  const rowPath = inner ? pointer(path, 0) : path;
  return { values: inner ? first : value, path: rowPath, at: (index) => pointer(rowPath, index), flat: !inner };
}

function* valueIssues(subject: string, { values, at }: Row): Iterable<Issue> {
  for (const [index, value] of values.entries()) {
    if (typeof value === "string" && value.trim() === "")
      yield error(
        "sample-empty",
        at(index),
        `${subject} has an empty sample for {{${index + 1}}}`,
        "Write what a customer might see there.",
        ANSWERS.missingField,
      );
    if (typeof value === "number")
      yield warning(
        "sample-not-text",
        at(index),
        `${subject} has the number ${quote(value)} as sample for {{${index + 1}}}`,
        "Put it in quotes.",
      );
  }
}

/** @param wanted how many different variables the text has, at least one */
export function* positionalSampleIssues(
  subject: string,
  wanted: number,
  value: unknown,
  path: string,
): Iterable<Issue> {
  const row = firstRow(value, path);
  const found = row.values.length;
  if (found !== wanted)
    yield error(
      found < wanted ? "sample-missing" : "sample-without-variable",
      row.path,
      `${subject} has ${count(wanted, "variable")} and ${count(found, "sample")}; WhatsApp wants one for each`,
      found < wanted ? "Add the missing samples." : "Take out the samples that belong to no variable.",
      found < wanted ? ANSWERS.missingField : ANSWERS.invalidParameter,
    );
  yield* valueIssues(subject, row);
  if (row.flat && wanted > 1 && path.endsWith("/body_text"))
    yield warning(
      "samples-flat",
      path,
      `${subject} has its ${wanted} samples in one list; WhatsApp documents a list within a list`,
      "Write [[…]] instead of […].",
      ANSWERS.invalidParameter,
    );
  if (!row.flat && Array.isArray(value) && value.length > 1)
    yield warning(
      "samples-in-rows",
      path,
      `${subject} has ${value.length} rows of samples; WhatsApp reads the first`,
      "Keep one inner list with all samples.",
    );
}
