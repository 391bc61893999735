import type { Contact } from "../../../../model/message/index.ts";
import type { Context } from "../../../context.ts";
import { repeated } from "../../../input/repeated.ts";
import { UsageError } from "../../../usage-error.ts";
import { type MessageDetails, messageCommand } from "../outgoing/message-command.ts";

const DETAILS: MessageDetails = {
  summary: "one or more contact cards",
  description:
    "Sends a contact card made from options, or the cards of --data. A name of several words is split before the last one, unless --first-name or --last-name says how.",
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
    { run: "mycobot send contacts --to 491701234567 --data @cards.json", does: "the cards of a file" },
  ],
};

interface CardFlags {
  name?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  number?: string[] | undefined;
  email?: string[] | undefined;
  company?: string | undefined;
}

/** WhatsApp wants a part of the name beside the whole. */
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
    throw new UsageError("A contact needs a name.", "Give --name, or the cards with --data.");
  }
  if (data === undefined) return [cardOf(flags)];
  const { readList } = await import("../outgoing/index.ts");
  return readList(data, "list of contacts", context.io);
}

/** `mycobot send contacts` */
export function contactsCommand(context: Context) {
  return messageCommand("contacts", DETAILS)
    .option("--name <text>", "the whole name, as it is shown")
    .option("--first-name <text>", "its first part")
    .option("--last-name <text>", "its last part")
    .option("--number <phone-number>", "a phone number of the contact; repeatable", repeated)
    .option("--email <address>", "an e-mail address; repeatable", repeated)
    .option("--company <text>", "where they work")
    .option("--data <json>", "the cards: JSON, @FILE, or @- for stdin")
    .action(async (options) => {
      const { addresseeOf, deliver } = await import("../outgoing/index.ts");
      const { contactsMessage } = await import("../../../../model/message/index.ts");
      const contacts = await cardsOf(options, context);
      const message = () => contactsMessage({ ...addresseeOf(options), contacts });
      await deliver(context, options, { message });
    });
}
