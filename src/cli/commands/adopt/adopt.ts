import { relative, sep } from "node:path";
import { unreadableText } from "../../account/templates.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { repeated } from "../../input/option-values.ts";
import { counted } from "../../output/phrases.ts";
import { visibleLine } from "../../output/visible.ts";
import { accountCommand } from "../../scope/flags.ts";
import { withScope } from "../../scope/scope.ts";
import { UsageError } from "../../usage-error.ts";
import { type Adoption, adoptAccount } from "./adopt-account.ts";
import { type Target, targetOf } from "./target.ts";

const DETAILS: CommandDetails = {
  description:
    "Lists an account and writes what it has as a stack file: templates of every status and kind except those that WhatsApp generated, business profiles, and the connection. After `pulumi import` of the import file, `pulumi preview` shows no change, and nothing has been sent to the account. With --into, adds what a stack file does not declare yet and leaves its text as it is.",
  output: "What was written, what was not and why, and the next commands.",
  json: [
    "{ version: 1, waba, connection, stack, importFile?,",
    "  templates: [ { name, language, status, category,",
    '    form: "short" | "components", accepted } ],',
    "  profiles: [ phone ], skipped: [ { what, reason } ], media: [ file ],",
    "  unreadable: [ { id?, name?, language?, reason, ... } ] }",
    "accepted is true for a template that breaks today's creation rules.",
  ],
  sections: [
    {
      title: "The stack file",
      lines: [
        "A template is written in the short form if that loses nothing, otherwise with",
        "WhatsApp's own components. Content that breaks today's creation rules gets",
        "`accepted`. Comments show what a declaration does not say: the status, the",
        "reason of a rejection, a category that WhatsApp changed.",
        "WhatsApp does not return the sample of a media header, only a signed URL.",
        "--media-dir downloads the samples and the pictures of profiles, without the",
        "API key. Without it, such a template cannot be edited until its header gets a",
        "sample: `header: { image: FILE }`.",
      ],
    },
    {
      title: "Files",
      lines: [
        "No file is overwritten. The name of the stack file is the name of the Pulumi",
        "stack. Templates and profiles that another file in stacks/ declares are left",
        "to it.",
      ],
    },
  ],
  exitCodes: {
    0: "written, or nothing to add",
    ...REQUEST_EXIT_CODES,
    1: "refused by the gateway or WhatsApp, network failure, or nothing to adopt",
    3: "usage error, a file that exists, an invalid stack file, or a malformed id",
  },
  examples: [
    {
      run: "mycobot adopt --waba 1234567890 --out stacks/live.yaml --import-file in.json",
      does: "the whole account",
    },
    {
      run: "mycobot adopt --into live --import-file in.json --media-dir stacks/media",
      does: "what stacks/live.yaml does not declare yet, with its samples",
    },
  ],
};

/** `mycobot adopt` */
export default function adoptCommand(context: Context) {
  return accountCommand(DETAILS)
    .option("--phone <id>", "phone number id; repeat for several (default: all of the account)", repeated)
    .option("--out <file>", "stack file to write")
    .option("--into <stack>", "name or path of a stack file to add to")
    .option("--import-file <file>", "file to write for `pulumi import --file`")
    .option("--media-dir <dir>", "folder for downloaded samples and pictures")
    .action(async ({ phone: phones, stack, ...options }) => {
      if (stack !== undefined && options.into !== undefined)
        throw new UsageError("--into already names the stack.", "Omit --stack.");
      for (const phone of phones ?? [])
        if (!/^\d{1,20}$/.test(phone))
          throw new UsageError(
            `--phone: ${JSON.stringify(phone)} is not a phone number id.`,
            "A phone number id contains digits only; it is not the number itself.",
          );
      // Before the stack is read: a file in the way is the first thing to report.
      if (options.into === undefined) await targetOf(options, undefined, context);
      const flags = { stack: options.into ?? stack, waba: options.waba, connection: options.connection };
      await withScope(context, flags, async (scope) => {
        const into = options.into === undefined ? undefined : scope.stack;
        if (into !== undefined && options.waba !== undefined && options.waba !== into.account.waba)
          throw new UsageError(
            `--waba is ${options.waba}, but the stack ${into.name} manages ${into.account.waba}.`,
            "Omit --waba.",
          );
        const target = await targetOf(options, into, context);
        const adoption = await adoptAccount(scope, phones, target, context);
        const files = {
          stack: shown(target.place.file, context),
          ...(target.importFile === undefined ? {} : { importFile: shown(target.importFile, context) }),
        };
        if (context.json) return context.printJson({ ...adoption, ...files });
        context.print(adoptionText(adoption, files, target));
      });
    });
}

interface Files {
  stack: string;
  importFile?: string;
}

/** Relative to the working directory, if below it. */
function shown(file: string, { io }: Context): string {
  const path = relative(io.cwd, file);
  return path.startsWith("..") ? file : path.split(sep).join("/");
}

function adoptionText(adoption: Adoption, { stack, importFile }: Files, { place, existing }: Target): string {
  const { templates, profiles, skipped, media, unreadable } = adoption;
  const verbatim = templates.filter(({ form }) => form === "components").length;
  const accepted = templates.filter((template) => template.accepted).length;
  const left = [...skipped.map(({ what, reason }) => `${what}: ${reason}`), ...unreadable.map(unreadableText)];
  if (existing !== undefined && templates.length === 0 && profiles.length === 0)
    return ["Nothing to add: the stack declares everything that the account has.", ...listed("Not added:", left)].join(
      "\n",
    );
  return [
    `${existing === undefined ? "Wrote" : "Added to"} ${stack}: ${counted(templates.length, "template")}, ${counted(profiles.length, "profile")}.`,
    ...(verbatim === 0
      ? []
      : [`  ${verbatim} with WhatsApp's own components, because the short form cannot express them exactly.`]),
    ...(accepted === 0 ? [] : [`  ${accepted} accepted although they break today's creation rules.`]),
    ...(media.length === 0 ? [] : [`  ${counted(media.length, "sample")} downloaded.`]),
    ...listed("Not written:", left),
    ...(importFile === undefined ? [] : nextSteps(importFile, place.name, existing === undefined)),
  ].join("\n");
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  - ${visibleLine(line)}`)];
}

function nextSteps(importFile: string, stack: string, isNew: boolean): string[] {
  return [
    `Next, to bring them under management without a request to the account (${importFile}):`,
    ...(isNew ? [`  pulumi stack init ${stack}`] : []),
    `  pulumi import -s ${stack} -f ${importFile} -y --generate-code=false --protect=false`,
    `  pulumi preview -s ${stack}`,
  ];
}
