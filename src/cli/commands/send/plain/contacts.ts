import { type Contact, contactsMessage } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { repeated } from "../../../input/option-values.ts";
import { UsageError } from "../../../usage-error.ts";
import { dataHelp, readList } from "../outgoing/data.ts";
import { addresseeOf, deliver } from "../outgoing/deliver.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  description:
    "Sends a contact card made from options, or the cards of --data. A name of several words is split before the last word, unless --first-name or --last-name is given.",
  sections: [
    {
      title: "Data: WhatsApp's list of contacts",
      lines: [
        '[ { "name": { "formatted_name": "Ana Silva", "first_name": "Ana" },',
        '    "phones": [ { "phone": "+49 170 1234567", "type": "WORK" } ],',
        '    "emails": [...], "addresses": [...], "urls": [...], "org": {...} } ]',
      ],
    },
  ],
  examples: [
    {
      run: 'mycobot send contacts --to 491701234567 --name "Ana Silva" \\\n      --number "+49 30 901820"',
      does: "one card",
    },
    { run: "mycobot send contacts --to 491701234567 --data @cards.json", does: "the cards in a file" },
  ],
};

/** `mycobot send contacts` */
export default function sendContactsCommand(context: Context) {
  return messageCommand(DETAILS)
    .option("--name <text>", "full name, as displayed")
    .option("--first-name <text>", "first name")
    .option("--last-name <text>", "last name")
    .option("--number <phone-number>", "phone number of the contact; repeatable", repeated)
    .option("--email <address>", "email address; repeatable", repeated)
    .option("--company <text>", "company")
    .option("--data <json>", dataHelp("contact cards"))
    .action(async (options) => {
      const contacts = await cardsOf(options, context);
      const message = () => contactsMessage({ ...addresseeOf(options), contacts });
      await deliver(context, options, { message });
    });
}

interface CardFlags {
  name?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  number?: string[] | undefined;
  email?: string[] | undefined;
  company?: string | undefined;
}

/** WhatsApp requires at least one part of the name in addition to the full name. */
function nameOf({ name = "", firstName, lastName }: CardFlags): Contact["name"] {
  const words = name.trim().split(/\s+/);
  const split =
    firstName !== undefined || lastName !== undefined
      ? { first: firstName, last: lastName }
      : { first: words.length > 1 ? words.slice(0, -1).join(" ") : words[0], last: words.slice(1).at(-1) };
  return {
    formatted_name: name,
    ...(split.first === undefined ? {} : { first_name: split.first }),
    ...(split.last === undefined ? {} : { last_name: split.last }),
  };
}

function cardOf(flags: CardFlags): Contact {
  const { number = [], email = [], company } = flags;
  return {
    name: nameOf(flags),
    ...(number.length === 0 ? {} : { phones: number.map((phone) => ({ phone })) }),
    ...(email.length === 0 ? {} : { emails: email.map((each) => ({ email: each })) }),
    ...(company === undefined ? {} : { org: { company } }),
  };
}

async function cardsOf(
  flags: CardFlags & { data?: string | undefined },
  context: Context,
): Promise<readonly Contact[]> {
  const { data, name } = flags;
  if (data === undefined && name === undefined) {
    throw new UsageError("No contact name given.", "Specify --name, or the contact cards with --data.");
  }
  if (data === undefined) return [cardOf(flags)];
  return readList(data, "list of contacts", context.io);
}
