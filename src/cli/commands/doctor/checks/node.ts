import { EXIT } from "../../../exit-codes.ts";
import { type Check, failed, passed } from "../check.ts";
import { isOlder } from "./is-older.ts";

/** As package.json says under engines. */
const LEAST_NODE = "20.19.0";

export function checkNode(version: string): Check {
  if (!isOlder(version, LEAST_NODE)) return passed("node", version);
  return failed(
    "node",
    EXIT.invalid,
    `Node.js ${version} is too old.`,
    `Install Node.js ${LEAST_NODE} or later: https://nodejs.org.`,
  );
}
