import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { DRY_RUN_JSON } from "../../help/dry-run.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { phoneCommand } from "../../target/target-flags.ts";

const DETAILS: CommandDetails = {
  summary: "change fields of the profile",
  description:
    "Changes the fields that are given and leaves the others alone. Empty texts clear address, description and email, --no-websites the websites; about and vertical cannot be cleared. " +
    "The values are checked against WhatsApp's limits first. What a stack file declares is changed by `pulumi up`.",
  output: "One line: which fields were changed.",
  json: ["{ version: 1, phone, changed: [ field ] }", DRY_RUN_JSON],
  exitCodes: { 0: "changed", ...REQUEST_EXIT_CODES },
  examples: [
    { run: 'mycobot profile update --about "Fresh herbs, delivered"', does: "one field" },
    { run: "mycobot profile update --file profile.json --dry-run", does: "prints the exact request; needs no key" },
  ],
};

function collect(value: string, previous: string[] | boolean | undefined): string[] {
  return [...(Array.isArray(previous) ? previous : []), value];
}

/** `mycobot profile update` */
export function updateCommand(context: Context) {
  return phoneCommand("update", DETAILS)
    .option("--about <text>", "1 to 139 characters")
    .option("--address <text>", "up to 256 characters")
    .option("--description <text>", "up to 512 characters")
    .option("--email <address>", "up to 128 characters")
    .option("--vertical <name>", "the industry: RETAIL, RESTAURANT, ...")
    .option("--website <url>", "repeatable, at most two: replaces those there are", collect)
    .option("--no-websites", "clear the websites")
    .option("--picture-handle <handle>", "handle of an uploaded picture: 4::...")
    .option("--file <file>", "JSON object of these fields, with WhatsApp's names; - for stdin")
    .option("--dry-run", "print the request, send nothing")
    .option("--no-validate", "send it without checking")
    .action(async (options) => {
      const { profilePatch } = await import("./profile-patch.ts");
      const { idSources, withTarget } = await import("../../target/target.ts");
      const profile = await profilePatch(options, context);
      if (options.dryRun === true) {
        const { plannedConnection, printPlannedRequest } = await import("../../target/dry-run.ts");
        const { requirePhone } = await import("../../target/ids.ts");
        const sources = await idSources(context, options);
        const call = { phoneNumberId: requirePhone(sources), connection: plannedConnection(sources, context), profile };
        return printPlannedRequest(context, (gateway) => gateway.businessProfile.update(call));
      }
      const phone = await withTarget(context, options, async (target) => {
        const call = await target.phone();
        await target.gateway.businessProfile.update({ ...call, profile });
        return call.phoneNumberId;
      });
      const changed = Object.keys(profile);
      if (context.json) context.printJson({ phone, changed });
      else context.print(`${phone}: ${changed.join(", ")} changed.`);
    });
}
