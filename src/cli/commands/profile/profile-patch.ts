import { MycobotError } from "../../../errors/index.ts";
import type { BusinessProfilePatch } from "../../../gateway/index.ts";
import { type Issue, lintProfile } from "../../../model/index.ts";
import type { Context } from "../../context.ts";
import { readJson } from "../../input/read-json.ts";
import { sentences } from "../../output/sentences.ts";
import { severityLabel } from "../../output/severity.ts";
import { visible } from "../../output/visible.ts";
import { wrap } from "../../output/wrap.ts";
import { UsageError } from "../../usage-error.ts";

export interface ProfileFlags {
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

class ProfileRefusedError extends MycobotError {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super("MYCO_PROFILE_INVALID", "The profile was not sent: WhatsApp would refuse it.", {
      hint: "Mend it, or send it as it is with --no-validate.",
    });
    this.issues = issues;
  }
}

async function fileFields(file: string | undefined, context: Context): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  const value = await readJson(file, context.io);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new UsageError(`${file} holds no JSON object.`, 'Write it like { "about": "Fresh herbs" }.');
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

/** The fields to change, of file and flags (flags win), checked unless `--no-validate`. @throws UsageError, MYCO_PROFILE_INVALID */
export async function profilePatch(flags: ProfileFlags, context: Context): Promise<BusinessProfilePatch> {
  const patch = { ...(await fileFields(flags.file, context)), ...flagFields(flags) };
  if (Object.keys(patch).length === 0) {
    throw new UsageError("No field is given.", "Give at least one: --about TEXT, or --file FILE.");
  }
  if (flags.validate !== false) {
    const { profile_picture_handle: _, ...fields } = patch as Record<string, unknown>;
    const issues = lintProfile(fields);
    if (!context.json) noteIssues(issues, context);
    if (issues.some(({ severity }) => severity === "error")) throw new ProfileRefusedError(issues);
  }
  // Checked just now, or sent as it is because that is wanted.
  return patch as BusinessProfilePatch;
}
