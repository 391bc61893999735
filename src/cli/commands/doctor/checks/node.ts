import { EXIT } from "../../../exit-codes.ts";
import { isOlder } from "../../../pulumi/version-order.ts";
import { failed, type LocalCheck, passed } from "../check.ts";

const NAME = "node";

/** `engines` in package.json. */
const MIN_NODE = "20.19.0";

/** Whether the version of Node.js is supported. */
export const node: LocalCheck = {
  name: NAME,
  run: ({ context }) => {
    const version = context.io.nodeVersion ?? process.versions.node;
    if (!isOlder(version, MIN_NODE)) return passed(NAME, version);
    const hint = `Install Node.js ${MIN_NODE} or later: https://nodejs.org.`;
    return failed(NAME, EXIT.invalid, `Node.js ${version} is too old.`, hint);
  },
};
