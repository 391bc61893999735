import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { fieldLines } from "../../output/fields.ts";
import { phoneCommand } from "../../scope/flags.ts";
import { runRequest } from "../../scope/request.ts";

const DETAILS: CommandDetails = {
  description: "Shows the business profile of a phone number, as customers see it. Fields without a value are omitted.",
  output: "One line per field.",
  json: [
    "{ version: 1, phone, profile: { about?, address?, description?, email?,",
    "  vertical?, websites?, profile_picture_url?, ... } }",
  ],
  exitCodes: { 0: "shown", ...REQUEST_EXIT_CODES },
  examples: [{ run: "mycobot profile get --phone 106540352242922", does: "the profile of one number" }],
};

/** `mycobot profile get` */
export default function profileGetCommand(context: Context) {
  return phoneCommand(DETAILS).action((options) =>
    runRequest(context, options, {
      plan: (scope) => scope.phone(),
      send: (gateway, call) => gateway.businessProfile.get(call),
      show: (profile, { phoneNumberId: phone }) => {
        if (context.json) return context.printJson({ phone, profile });
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
      },
    }),
  );
}
