import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { StackIssue } from "../../../stack/types.ts";
import { sentences } from "../../output/phrases.ts";

/** SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif/sarif/v2.1.0): the part that code scanning reads. */
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Relative paths remain valid on another machine; absolute paths become file URLs. */
function artifactUri(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split("/").map(encodeURIComponent).join("/");
}

function result(issue: StackIssue, ruleIds: readonly string[]): object {
  const { code, severity, file, line, column, message, hint } = issue;
  return {
    ruleId: code,
    ruleIndex: ruleIds.indexOf(code),
    level: severity,
    message: { text: sentences(message, hint) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: artifactUri(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** The issues of all stacks as one SARIF run. `version` is the version of this package. */
export function sarifLog(issues: readonly StackIssue[], version: string): object {
  const ruleIds = [...new Set(issues.map((issue) => issue.code))];
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "mycobot",
            version,
            rules: ruleIds.map((id) => ({ id, shortDescription: { text: id.replaceAll("-", " ") } })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: issues.map((issue) => result(issue, ruleIds)),
      },
    ],
  };
}
