import type { YAMLError } from "yaml";

interface Problem {
  code: string;
  message: string;
  hint: string;
}

/** What YAML's own error codes mean for somebody who edits a stack file. Codes: `ErrorCode` of the `yaml` package. */
export const YAML_PROBLEMS: Partial<Record<YAMLError["code"], Problem>> = {
  BAD_ALIAS: {
    code: "unknown-alias",
    message: "this alias names no anchor",
    hint: "Put the anchor, `&name`, before its first `*name`.",
  },
  BAD_COLLECTION_TYPE: { code: "yaml-tag", message: "this tag does not fit the value", hint: "Leave the tag out." },
  BAD_DQ_ESCAPE: {
    code: "yaml-syntax",
    message: "this escape sequence is unknown",
    hint: "Use single quotes, or double the backslash.",
  },
  BAD_INDENT: {
    code: "bad-indentation",
    message: "the indentation does not fit",
    hint: "Keys of one map start in one column, and brackets are closed.",
  },
  BAD_SCALAR_START: {
    code: "yaml-syntax",
    message: "plain text cannot start like this",
    hint: "Put the text in quotes.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: "bad-indentation",
    message: "a nested map cannot stand on the line of its key",
    hint: "Put text with a colon in quotes; put a nested map on its own, indented lines.",
  },
  KEY_OVER_1024_CHARS: {
    code: "yaml-syntax",
    message: "a key is longer than 1024 characters",
    hint: "Check for a missing line break.",
  },
  MISSING_CHAR: {
    code: "yaml-syntax",
    message: "a character is missing here",
    hint: "Check quotes, brackets and the colon after the key.",
  },
  MULTILINE_IMPLICIT_KEY: {
    code: "yaml-syntax",
    message: "a key spans several lines",
    hint: "Check the indentation, and that a colon follows the key.",
  },
  MULTIPLE_DOCS: {
    code: "several-documents",
    message: "a stack file is one YAML document, and a second one starts here",
    hint: "Take out the `---`, or write a second file.",
  },
  RESOURCE_EXHAUSTION: { code: "nested-too-deep", message: "values are nested too deep", hint: "Flatten the file." },
  TAB_AS_INDENT: { code: "tab-indentation", message: "a tab indents this line", hint: "YAML wants spaces." },
  TAG_RESOLVE_FAILED: { code: "yaml-tag", message: "this tag is unknown", hint: "Leave the tag out." },
  UNEXPECTED_TOKEN: {
    code: "yaml-syntax",
    message: "this does not belong here",
    hint: "Check quotes, brackets and indentation.",
  },
};
