import { block, code, page, table } from "./markdown.mjs";

/** Options that every command knows: said once. */
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

/** Blocks that stand once on this page, or on another one, instead of with every command. */
const TARGET = "Target";
const ELSEWHERE = /^Faults file/;

const ownSections = ({ sections = [] }) =>
  sections.filter(({ title }) => title !== TARGET && !ELSEWHERE.test(title)).map(section);

const target = (commands) => {
  const all = commands.flatMap(({ details }) => details?.sections ?? []);
  const said = all.find(({ title }) => title === TARGET);
  return said === undefined ? undefined : ["## Target", said.lines.join(" ")].join("\n\n");
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
    "Every command knows `--json` (one JSON object on stdout, errors as JSON on stderr), `--verbose` (traces on stderr, without secrets) and `--help`. " +
      "Data stand on stdout, everything else on stderr. `NO_COLOR` is honoured.",
    table(
      ["command", "what it does"],
      ours.map(({ path, summary }) => [`[${code(path)}](${anchor(path)})`, summary]),
    ),
    "## Exit codes",
    "They are frozen: scripts may branch on them. `pulumi` has its own.",
    table(["code", "meaning"], Object.entries(exitMeanings)),
    target(ours),
    ...ours.map(command),
  ]);
};
