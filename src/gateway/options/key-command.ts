import { spawn } from "node:child_process";
import { MycobotError } from "../../errors/index.ts";
import { redactedLine, registerSecret } from "../redact.ts";

/** A password manager may ask the user for confirmation. */
const TIMEOUT_MS = 60_000;

/** In characters, of either stream. Longer than any key: a command that prints more is not one that prints a key. */
const MAX_OUTPUT = 4096;

const NAME = "MATON_API_KEY_COMMAND";

const HINT = `Run the command in a shell: it must print the key, and nothing else, to stdout. Standard input is closed. ${NAME} is used only while MATON_API_KEY is not set.`;

/**
 * Runs `command` in the system's shell and returns what it prints to stdout, without the final line break. The output is kept in
 * memory only; it is redacted in every text from now on, and never part of an error.
 * @throws MYCO_KEY_COMMAND when the command cannot be run, fails, prints nothing, prints too much or takes longer than 60 s
 */
export function keyFromCommand(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (problem: string, cause?: unknown) =>
      reject(new MycobotError("MYCO_KEY_COMMAND", `${NAME} ${problem}`, { hint: HINT, cause }));
    const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"], timeout: TIMEOUT_MS });
    let output = "";
    let complaint = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.length > MAX_OUTPUT) child.kill();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = `${complaint}${text}`.slice(0, MAX_OUTPUT);
    });
    child.on("error", (error) => fail("could not be run", error));
    child.on("close", (code, signal) => {
      const key = output.slice(0, MAX_OUTPUT).replace(/\r?\n$/, "");
      registerSecret(key.trim());
      const said = redactedLine(complaint).slice(0, 200);
      const reason = said === "" ? "" : `: ${said}`;
      if (output.length > MAX_OUTPUT) fail(`printed more than ${MAX_OUTPUT} characters`);
      else if (signal !== null) fail(`was ended by ${signal} (time limit: ${TIMEOUT_MS / 1000} s)${reason}`);
      else if (code !== 0) fail(`exited with code ${code}${reason}`);
      else if (key === "") fail(`printed nothing to stdout${reason}`);
      else resolve(key);
    });
  });
}
