import { block, code, page, table } from "./markdown.mjs";

/** Options of every command, described once at the top of the page. */
const EVERYWHERE = ["--json", "--verbose"];

const usageLine = ({ path, usage }) =>
  usage.includes("\n") ? `${path} ${usage.replace(/\n\s*/g, "\n")}` : `${path} ${usage}`;

const defaultOf = (option) => (option.default === undefined || option.default === false ? "" : code(option.default));

const argumentRows = (reference) =>
  reference.arguments.map(({ name, description, required, variadic }) => [
    code(required ? `<${name}${variadic ? "..." : ""}>` : `[${name}${variadic ? "..." : ""}]`),
    description,
    "",
  ]);

const optionRows = (reference) =>
  reference.options
    .filter(({ flags }) => !EVERYWHERE.includes(flags))
    .map((option) => [code(option.flags), option.description, defaultOf(option)]);

const parameters = (reference) => {
  const rows = [...argumentRows(reference), ...optionRows(reference)];
  return rows.length === 0 ? undefined : table(["argument or option", "meaning", "default"], rows);
};

const section = ({ title, lines }) => `**${title}**\n\n${block(lines)}`;

const exitCodes = (codes) =>
  `**Exit codes**\n\n${table(
    ["code", "when"],
    Object.entries(codes).map(([exit, meaning]) => [exit, meaning]),
  )}`;

const examples = (list) =>
  `**Examples**\n\n${block(
    list.flatMap(({ run, does }) => [`# ${does}`, run]),
    "text",
  )}`;

/** Sections that appear once on this page, or on another page, instead of under every command. */
const TARGET = "Target";
const ELSEWHERE = /^Faults file/;

const ownSections = ({ sections = [] }) =>
  sections.filter(({ title }) => title !== TARGET && !ELSEWHERE.test(title)).map(section);

const target = (commands) => {
  const all = commands.flatMap(({ details }) => details?.sections ?? []);
  const shared = all.find(({ title }) => title === TARGET);
  return shared === undefined ? undefined : ["## Target", shared.lines.join(" ")].join("\n\n");
};

const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const command = (reference) => {
  const { details, path } = reference;
  if (details === undefined) return `## ${path}\n\n${sentence(reference.summary)}`;
  return [
    `## ${path}`,
    details.description,
    block([usageLine(reference)]),
    parameters(reference),
    `**Output.** ${details.output}`,
    details.json === undefined ? undefined : `**With \`--json\`**\n\n${block(details.json)}`,
    ...ownSections(details),
    exitCodes(details.exitCodes),
    examples(details.examples),
  ]
    .filter((part) => part !== undefined)
    .join("\n\n");
};

const anchor = (path) => `#${path.replaceAll(" ", "-")}`;

/** docs/reference/cli.md */
export const cliPage = ({ commands, exitMeanings }) => {
  const [, ...ours] = commands;
  return page("The command `mycobot`", [
    "Every command has the options `--json` (one JSON object on stdout, errors as JSON on stderr), `--verbose` (traces on stderr, without secrets) and `--help`. " +
      "Results are written to stdout, everything else to stderr. `NO_COLOR` is supported.",
    table(
      ["command", "what it does"],
      ours.map(({ path, summary }) => [`[${code(path)}](${anchor(path)})`, summary]),
    ),
    "## Exit codes",
    "Exit codes are stable, so scripts can depend on them. `pulumi` has its own exit codes.",
    table(["code", "meaning"], Object.entries(exitMeanings)),
    target(ours),
    ...ours.map(command),
  ]);
};
