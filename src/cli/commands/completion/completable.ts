import { type Argument, type Command, Help, type Option } from "commander";
import { wordsOf } from "../../input/option-values.ts";

/** What completes a value: a fixed list of words, names of stacks, or files. */
export type Values = readonly string[] | "stacks" | "files" | "none";

interface CompletableOption {
  /** `--stack`, or `-h` and `--help`. */
  flags: readonly string[];
  summary: string;
  /** Undefined for an option without a value. */
  values: Values | undefined;
}

/** A command or a group, with all that may follow its name. */
export interface Completable {
  /** Below `mycobot`, such as `template lint`. Empty for `mycobot` itself. */
  path: string;
  commands: readonly { name: string; summary: string }[];
  options: readonly CompletableOption[];
  argument: Values;
}

const FILES: readonly string[] = ["file", "wanted", "observed", "source"];

/** By the name of the value in the help: `<stack>`, `<file>`, `<on|off>`. */
function valuesOf(name: string, parse: unknown): Values {
  const words = wordsOf(parse);
  if (words !== undefined) return words;
  if (/^[a-z]+(\|[a-z]+)+$/.test(name)) return name.split("|");
  if (name === "stack") return "stacks";
  return FILES.includes(name) ? "files" : "none";
}

function option(each: Option): CompletableOption {
  const flags = [each.short, each.long].filter((flag) => flag !== undefined);
  const [, value = ""] = /[<[](.+?)(?:\.\.\.)?[>\]]/.exec(each.flags) ?? [];
  const takesValue = each.required || each.optional;
  return { flags, summary: each.description, values: takesValue ? valuesOf(value, each.parseArg) : undefined };
}

/** Only the first argument is looked at: no command takes arguments of different kinds. */
function argument(command: Command): Values {
  const first: Argument | undefined = command.registeredArguments[0];
  return first === undefined ? "none" : valuesOf(first.name(), first.parseArg);
}

/** Every command of the program, groups before their commands. */
export function completable(command: Command, path: readonly string[] = []): Completable[] {
  const help = new Help();
  const own: Completable = {
    path: path.join(" "),
    commands: help.visibleCommands(command).map((each) => ({ name: each.name(), summary: each.summary() })),
    options: help.visibleOptions(command).map(option),
    argument: argument(command),
  };
  return [own, ...command.commands.flatMap((each) => completable(each, [...path, each.name()]))];
}

/** Paths that name a command: those that a script has to recognize in the words before the cursor. */
export function paths(commands: readonly Completable[]): string[] {
  return commands.map(({ path }) => path).filter((path) => path !== "");
}

/** For shells with `case`: one case for each option with a value, which completes the value by `reply`. */
export function valueCases(commands: readonly Completable[], reply: (values: Values) => string): string {
  const cases = commands.flatMap(({ path, options }) =>
    options.flatMap(({ flags, values }) => {
      if (values === undefined) return [];
      const patterns = flags.map((flag) => `'${`${path} ${flag}`.trim()}'`).join(" | ");
      return [`    ${patterns}) ${reply(values)}; return ;;`];
    }),
  );
  return cases.join("\n");
}

/** The pattern of a `case` that matches every path. */
export function pathPattern(commands: readonly Completable[]): string {
  return paths(commands)
    .map((path) => `'${path}'`)
    .join(" | ");
}
