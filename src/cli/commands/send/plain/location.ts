import { InvalidArgumentError } from "commander";
import { locationMessage, MESSAGE_LIMITS } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description: "Sends a location as a pin on a map. WhatsApp shows the address only together with a name.",
  examples: [
    {
      run: 'mycobot send location --to 491701234567 --latitude 52.5163 \\\n      --longitude 13.3777 --name "Gate"',
      does: "a pin with a name",
    },
  ],
};

const { latitude, longitude } = MESSAGE_LIMITS;

function range(max: number): string {
  return `-${max} to ${max}`;
}

function degrees(value: string): number {
  const number = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) throw new InvalidArgumentError("Expected degrees as a decimal number: 52.5163.");
  return number;
}

/** `mycobot send location` */
export default function sendLocationCommand(context: Context) {
  return messageCommand(DETAILS)
    .requiredOption("--latitude <degrees>", range(latitude), degrees)
    .requiredOption("--longitude <degrees>", range(longitude), degrees)
    .option("--name <text>", "name of the place")
    .option("--address <text>", "address of the place")
    .action(async (options) => {
      const { latitude, longitude, name, address } = options;
      const message = () => locationMessage({ ...addresseeOf(options), latitude, longitude, name, address });
      await deliver(context, options, { message });
    });
}
