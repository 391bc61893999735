import { InvalidArgumentError } from "commander";
import type { Context } from "../../../context.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "a place on the map",
  description: "Sends a place as a pin on a map. WhatsApp shows the address only where there is a name.",
  examples: [
    {
      run: 'mycobot send location --to 491701234567 --latitude 52.5163 \\\n      --longitude 13.3777 --name "Gate"',
      does: "a pin with a name",
    },
  ],
};

function degrees(value: string): number {
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) throw new InvalidArgumentError("It must be degrees as a decimal number: 52.5163.");
  return number;
}

/** `mycobot send location` */
export function locationCommand(context: Context) {
  return messageCommand("location", DETAILS)
    .requiredOption("--latitude <degrees>", "-90 to 90", degrees)
    .requiredOption("--longitude <degrees>", "-180 to 180", degrees)
    .option("--name <text>", "the place's name")
    .option("--address <text>", "its address")
    .action(async (options) => {
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { locationMessage } = await import("../../../../model/message/index.ts");
      const { latitude, longitude, name, address } = options;
      const message = () => locationMessage({ ...addresseeOf(options), latitude, longitude, name, address });
      await deliver(context, options, { message });
    });
}
