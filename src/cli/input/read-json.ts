import { MycobotError } from "../../errors/index.ts";
import type { Io } from "../io.ts";
import { type JsonSyntaxProblem, jsonSyntaxProblem } from "./json-syntax.ts";
import { readText, STDIN } from "./read-text.ts";

/** A file that is not JSON. `where` is `file:line:column`. */
export class JsonSyntaxError extends MycobotError {
  readonly problem: JsonSyntaxProblem;

  constructor(file: string, problem: JsonSyntaxProblem) {
    super("MYCO_USAGE", `This is not JSON: ${problem.message}.`, {
      hint: "Mend the JSON at that place.",
      where: `${file === STDIN ? "stdin" : file}:${problem.line}:${problem.column}`,
    });
    this.problem = problem;
  }
}

/** The JSON value in a file or in stdin (`-`). Throws JsonSyntaxError, or MYCO_USAGE for what cannot be read. */
export async function readJson(file: string, io: Io): Promise<unknown> {
  const text = await readText(file, io);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonSyntaxError(file, jsonSyntaxProblem(text));
  }
}
