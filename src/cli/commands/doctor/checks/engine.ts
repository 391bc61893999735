import { EXIT } from "../../../exit-codes.ts";
import type { Io } from "../../../io.ts";
import { type Check, failed, passed } from "../check.ts";
import { findEngine } from "./find-engine.ts";
import { isOlder } from "./is-older.ts";

/** The release of the SDK that Mycobot is built on (@pulumi/pulumi in package.json); tried with 3.259.0. */
const LEAST_ENGINE = "3.248.0";

const INSTALL = "Install it: npm install pulumi && npx pulumi version, or see https://www.pulumi.com/docs/install.";

export async function checkEngine(io: Io): Promise<Check> {
  const engine = await findEngine(io);
  if (engine === undefined) {
    return failed("engine", EXIT.invalid, "There is no Pulumi engine, neither in PATH nor in ~/.pulumi.", INSTALL);
  }
  const { version, file } = engine;
  if (version === undefined) {
    return failed("engine", EXIT.invalid, `${file} does not run: it tells no version.`, INSTALL);
  }
  if (!isOlder(version, LEAST_ENGINE)) return passed("engine", `Pulumi ${version}, ${file}`);
  const message = `Pulumi ${version} (${file}) is too old: ${LEAST_ENGINE} is needed.`;
  return failed("engine", EXIT.invalid, message, INSTALL);
}
