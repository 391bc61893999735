import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { phoneCommand } from "../../target/target-flags.ts";

const DETAILS: CommandDetails = {
  summary: "show the profile",
  description:
    "Shows the business profile of a phone number, as customers see it. Fields that were never set are absent.",
  output: "A line per field.",
  json: [
    "{ version: 1, phone, profile: { about?, address?, description?, email?,",
    "  vertical?, websites?, profile_picture_url?, ... } }",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES },
  examples: [{ run: "mycobot profile get --phone 106540352242922", does: "one number's profile" }],
};

/** `mycobot profile get` */
export function getCommand(context: Context) {
  return phoneCommand("get", DETAILS).action(async (options) => {
    const { withTarget } = await import("../../target/target.ts");
    const { phone, profile } = await withTarget(context, options, async (target) => {
      const call = await target.phone();
      return { phone: call.phoneNumberId, profile: await target.gateway.businessProfile.get(call) };
    });
    if (context.json) return context.printJson({ phone, profile });
    const { fieldLines } = await import("../../output/fields.ts");
    const { about, address, description, email, vertical, websites, profile_picture_url } = profile;
    const fields: [string, string | undefined][] = [
      ["phone", phone],
      ["about", about],
      ["address", address],
      ["description", description],
      ["email", email],
      ["vertical", vertical],
      ["websites", websites?.join("\n")],
      ["picture", profile_picture_url],
    ];
    context.print(fieldLines(fields, context.width, context.paint));
  });
}
