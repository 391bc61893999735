/** One line of a table: no line breaks, no bar that would end the cell. */
const cell = (text) =>
  String(text ?? "")
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("|", "\\|");

/** A table with a header; rows are lists of cells. */
export const table = (header, rows) =>
  [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

/** Inline code, also of text that holds backticks. */
export const code = (text) => {
  const value = String(text);
  return value.includes("`") ? `\`\` ${value} \`\`` : `\`${value}\``;
};

/** A fenced block. `language` is empty for plain text. */
export const block = (lines, language = "text") => ["```", language, "\n", lines.join("\n"), "\n```"].join("");

/** A page: title, a line that says where it comes from, and its parts with empty lines between. */
export const page = (title, parts) =>
  `${[`# ${title}`, "<!-- Written by `npm run reference`. Change the code, not this file. -->", ...parts]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n")}\n`;
