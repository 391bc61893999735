import { EXIT } from "../../../exit-codes.ts";
import { findEngine } from "../../../pulumi/find-engine.ts";
import { isOlder } from "../../../pulumi/version-order.ts";
import { failed, type LocalCheck, passed } from "../check.ts";

const NAME = "engine";

/** The version of @pulumi/pulumi in package.json. */
const MIN_ENGINE = "3.248.0";

const INSTALL = "Install it: npm install pulumi && npx pulumi version, or see https://www.pulumi.com/docs/install.";

/** Whether there is a Pulumi engine, and whether its version is supported. */
export const engine: LocalCheck = {
  name: NAME,
  run: async ({ context }) => {
    const found = await findEngine(context.io);
    if (found === undefined) {
      return failed(NAME, EXIT.invalid, "No Pulumi engine found in PATH or ~/.pulumi.", INSTALL);
    }
    const { version, file } = found;
    if (version === undefined) {
      return failed(NAME, EXIT.invalid, `${file} does not run: it printed no version.`, INSTALL);
    }
    if (!isOlder(version, MIN_ENGINE)) return passed(NAME, `Pulumi ${version}, ${file}`);
    const message = `Pulumi ${version} (${file}) is too old: at least ${MIN_ENGINE} is required.`;
    return failed(NAME, EXIT.invalid, message, INSTALL);
  },
};
