import { MycobotError } from "../../../errors/index.ts";
import type { BusinessProfilePatch } from "../../../gateway/index.ts";
import type { Issue } from "../../../model/index.ts";
import { lintProfile, PROFILE_LIMITS } from "../../../model/profile/index.ts";
import { isObject } from "../../../model/text/index.ts";
import { declaredProfiles, noteUnreadableStacks, projectStacks, refuseDeclared } from "../../account/declared.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, DRY_RUN_JSON, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { readJson } from "../../input/json.ts";
import { sentences } from "../../output/phrases.ts";
import { severityLabel } from "../../output/severity.ts";
import { visible } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import { phoneCommand } from "../../scope/flags.ts";
import { requirePhone } from "../../scope/ids.ts";
import { runRequest } from "../../scope/request.ts";
import { UsageError } from "../../usage-error.ts";

const DETAILS: CommandDetails = {
  description:
    "Changes the specified fields and keeps the others. Empty texts clear address, description and email; --no-websites clears the websites; about and vertical cannot be cleared. " +
    "The values are checked against WhatsApp's limits first. A profile that a stack file of the project declares is not changed: change it in the file and run `pulumi up`.",
  output: "One line with the names of the changed fields.",
  json: ["{ version: 1, phone, changed: [ field ] }", DRY_RUN_JSON],
  exitCodes: { 0: "changed", ...REQUEST_EXIT_CODES, 6: "declared in a stack file" },
  examples: [
    { run: 'mycobot profile update --about "Fresh herbs, delivered"', does: "changes one field" },
    { run: "mycobot profile update --file profile.json --dry-run", does: "prints the request; needs no key" },
  ],
};

function collectWebsites(value: string, previous: string[] | boolean | undefined): string[] {
  return [...(Array.isArray(previous) ? previous : []), value];
}

/** `mycobot profile update` */
export default function profileUpdateCommand(context: Context) {
  const { about, address, description, email, websites } = PROFILE_LIMITS;
  return phoneCommand(DETAILS)
    .option("--about <text>", `1 to ${about} characters`)
    .option("--address <text>", `up to ${address} characters`)
    .option("--description <text>", `up to ${description} characters`)
    .option("--email <address>", `up to ${email} characters`)
    .option("--vertical <name>", "industry: RETAIL, RESTAURANT, ...")
    .option("--website <url>", `repeatable, up to ${websites}; replaces the current websites`, collectWebsites)
    .option("--no-websites", "clear the websites")
    .option("--picture-handle <handle>", "handle of an uploaded picture: 4::...")
    .option("--file <file>", "JSON object with these fields under WhatsApp's names; - for stdin")
    .option("--dry-run", "print the request, send nothing")
    .option("--force", "change it even if a stack file declares it")
    .option("--no-validate", "skip the check")
    .action(async (options) => {
      const profile = await profilePatch(options, context);
      await runRequest(context, options, {
        plan: async (scope) => {
          if (!scope.dryRun) {
            const declared = await projectStacks(context, scope.stack);
            noteUnreadableStacks(declared, context);
            const phone = requirePhone(scope.sources);
            refuseDeclared(declaredProfiles(declared, phone), "changed", options.force, context);
          }
          return { ...(await scope.phone()), profile };
        },
        send: (gateway, call) => gateway.businessProfile.update(call),
        show: (_, { phoneNumberId: phone }) => {
          const changed = Object.keys(profile);
          if (context.json) context.printJson({ phone, changed });
          else context.print(`${phone}: changed ${changed.join(", ")}.`);
        },
      });
    });
}

interface ProfileFlags {
  about?: string | undefined;
  address?: string | undefined;
  description?: string | undefined;
  email?: string | undefined;
  vertical?: string | undefined;
  website?: string[] | undefined;
  websites?: boolean | undefined;
  pictureHandle?: string | undefined;
  file?: string | undefined;
  validate?: boolean | undefined;
}

/** A profile that breaks WhatsApp's rules: not sent. */
class ProfileRefusedError extends MycobotError {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super("MYCO_PROFILE_INVALID", "The profile was not sent: WhatsApp would refuse it.", {
      hint: "Fix it, or skip the check with --no-validate.",
    });
    this.issues = issues;
  }
}

/**
 * The fields to change, from the file and from flags (which take precedence), checked unless `--no-validate`.
 * @throws UsageError, MYCO_PROFILE_INVALID
 */
async function profilePatch(flags: ProfileFlags, context: Context): Promise<BusinessProfilePatch> {
  const patch = { ...(await fileFields(flags.file, context)), ...flagFields(flags) };
  if (Object.keys(patch).length === 0) {
    throw new UsageError("No field specified.", "Specify at least one field, such as --about TEXT, or --file FILE.");
  }
  if (flags.validate !== false) {
    const { profile_picture_handle: _, ...fields } = patch as Record<string, unknown>;
    const issues = lintProfile(fields);
    if (!context.json) noteIssues(issues, context);
    if (issues.some(({ severity }) => severity === "error")) throw new ProfileRefusedError(issues);
  }
  // Checked above, or deliberately unchecked.
  return patch as BusinessProfilePatch;
}

async function fileFields(file: string | undefined, context: Context): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  const value = await readJson(file, context.io);
  if (isObject(value)) return { ...value };
  throw new UsageError(
    `${file} does not contain a JSON object.`,
    'Expected an object such as { "about": "Fresh herbs" }.',
  );
}

function flagFields({ about, address, description, email, vertical, website, websites, pictureHandle }: ProfileFlags) {
  const fields = {
    about,
    address,
    description,
    email,
    vertical: vertical?.toUpperCase(),
    websites: website ?? (websites === false ? [] : undefined),
    profile_picture_handle: pictureHandle,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function noteIssues(issues: readonly Issue[], context: Context): void {
  for (const { severity, path, message, hint } of issues) {
    const label = severityLabel(severity, context.paintNotes);
    context.note(wrap(`${label} ${path.slice(1)}: ${visible(sentences(message, hint))}`, context.width));
  }
}
