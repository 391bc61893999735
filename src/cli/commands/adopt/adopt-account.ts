import { rename, rm, writeFile } from "node:fs/promises";
import { MycobotError } from "../../../errors/index.ts";
import type { WireTemplate } from "../../../gateway/index.ts";
import { compareTemplates, type TemplateBody } from "../../../model/template/index.ts";
import {
  addedTo,
  checkStackText,
  NotABlock,
  relativeTo,
  StackError,
  stackText,
  type TemplateEntry,
  templateEntries,
  type WrittenProfile,
} from "../../../stack/index.ts";
import type { Stack } from "../../../stack/types.ts";
import type { Context } from "../../context.ts";
import type { Scope } from "../../scope/scope.ts";
import { UsageError } from "../../usage-error.ts";
import { writtenProfile, writtenTemplate } from "./declarations.ts";
import { importSpecs, importText } from "./import-file.ts";
import { type AdoptableAccount, readAccount } from "./read-account.ts";
import { downloadSamples, type Samples } from "./samples.ts";
import { DECLARED, exclusionsOf, type Target } from "./target.ts";

/** What was written, as `adopt --json` prints it. */
export interface Adoption {
  waba: string;
  connection: string;
  templates: AdoptedTemplate[];
  /** Phone number ids. */
  profiles: string[];
  /** What the account has, and was not written. */
  skipped: { what: string; reason: string }[];
  /** Downloaded samples, relative to the project's root. */
  media: string[];
  unreadable: AdoptableAccount["unreadable"];
}

interface AdoptedTemplate {
  name: string;
  language: string;
  status: string;
  category: string;
  form: "short" | "components";
  /** It breaks today's creation rules. */
  accepted: boolean;
}

/** The key of the connection in a new stack file. */
const CONNECTION_KEY = "whatsapp";

/** Reads the account and writes its stack file and import file. Sends no write. */
export async function adoptAccount(
  scope: Scope,
  phones: readonly string[] | undefined,
  target: Target,
  context: Context,
): Promise<Adoption> {
  const account = await readAccount(scope, phones, context);
  const { waba } = account;
  if (account.templates.length === 0) throw nothingToAdopt(account);
  const exclusions = await exclusionsOf(target, waba);
  const skipped: Adoption["skipped"] = [];
  const skip = (what: string, reason: string | undefined) => {
    if (reason !== undefined && reason !== DECLARED) skipped.push({ what, reason });
    return reason !== undefined;
  };
  const templates = account.templates.filter(
    ({ name, language }) => !skip(`${name}/${language}`, exclusions.template(name, language)),
  );
  const read = account.profiles.filter(({ phone }) => !skip(`profile ${phone}`, exclusions.profile(phone)));
  for (const profile of read) if ("problem" in profile) skip(`profile ${profile.phone}`, profile.problem);
  if (account.generated > 0) skip(`${account.generated} generated templates`, "WhatsApp generated them (Direct Send)");
  if (target.existing === undefined && templates.length === 0) throw nothingToAdopt(account);

  const samples = await fetchSamples({ ...account, templates, profiles: read }, target, scope, context);
  const { place, existing } = target;
  const profiles = read.flatMap((profile) => writtenProfile(profile, samples, (file) => relativeTo(place, file)) ?? []);
  const written = templates.map((template) => writtenTemplate(template, samples));
  const prefix = existing?.stack.settings.namePrefix ?? "";
  const taken = new Set(existing?.stack.templates.map(({ key }) => key));
  const entries = templateEntries(written, place, prefix, taken);
  const always = { waba, connection: account.connection.connection_id, skipped, unreadable: account.unreadable };
  if (entries.length === 0 && profiles.length === 0) return { ...always, templates: [], profiles: [], media: [] };
  const text =
    existing === undefined ? newText(account, entries, profiles, context) : extended(existing.text, entries, profiles);
  const stack = await checked(text, target, context);
  const remotes = new Map(templates.map((template) => [`${template.name}/${template.language}`, template]));
  assertEqual(stack, remotes);
  const imported = {
    templates: remotes,
    profiles: new Set(profiles.map(({ phone }) => phone)),
    connection: account.connection,
  };
  const specs = await importSpecs(stack, imported, { env: context.io.env, projectRoot: place.projectRoot });
  await writeFiles(text, importText(specs), target);
  return {
    ...always,
    templates: adoptedTemplates(entries, remotes, prefix),
    profiles: profiles.map(({ phone }) => phone),
    media: [...new Set([...samples.values()].map(({ file }) => file))],
  };
}

function nothingToAdopt({ waba, generated, unreadable }: AdoptableAccount): MycobotError {
  const others = [
    ...(generated === 0 ? [] : [`${generated} that WhatsApp generated`]),
    ...(unreadable.length === 0 ? [] : [`${unreadable.length} that cannot be read`]),
  ];
  const message = `The account ${waba} has no templates to adopt${others.length === 0 ? "" : `, only ${others.join(" and ")}`}.`;
  return new MycobotError("MYCO_NOTHING_TO_ADOPT", message, {
    hint: "Check --waba and --connection. Templates that another stack file of the project declares are left to it.",
  });
}

async function fetchSamples(
  account: AdoptableAccount,
  { mediaFolder: folder, place }: Target,
  { gateway, signal }: Scope,
  context: Context,
): Promise<Samples> {
  if (folder === undefined) return new Map();
  return downloadSamples(account, { folder, projectRoot: place.projectRoot, gateway, signal }, context);
}

function newText(
  { waba, connection }: AdoptableAccount,
  templates: readonly TemplateEntry[],
  profiles: readonly WrittenProfile[],
  { clock }: Context,
): string {
  const day = new Date(clock.now()).toISOString().slice(0, 10);
  return stackText({
    comments: [`Written by mycobot adopt from WhatsApp Business account ${waba} on ${day}.`],
    account: { waba, connection: CONNECTION_KEY },
    connections: { [CONNECTION_KEY]: connection.connection_id },
    profiles,
    templates,
  });
}

function extended(text: string, templates: readonly TemplateEntry[], profiles: readonly WrittenProfile[]): string {
  try {
    return addedTo(text, { templates, profiles });
  } catch (error) {
    if (!(error instanceof NotABlock)) throw error;
    throw new UsageError(
      `Cannot add to the stack file: ${error.message}.`,
      "Write it with one key per line. Nothing was written.",
    );
  }
}

/** The stack that the text declares. Whatever an account has, the text is valid: an error is one of this command. */
async function checked(text: string, { place }: Target, { io }: Context): Promise<Stack> {
  const { name, issues, stack } = await checkStackText(place, text, { cwd: io.cwd });
  if (stack !== undefined) return stack;
  const large = issues.find(({ code }) => code === "file-too-large");
  if (large === undefined) throw StackError.invalid(name, issues);
  throw new UsageError(
    `The templates need ${Buffer.byteLength(text)} bytes, more than a stack file may have.`,
    "Nothing was written. Delete templates that are no longer used, or declare some of them in other stack files first.",
  );
}

/** @throws MYCO_INTERNAL if a declaration differs from the account: its import would plan a change */
function assertEqual(stack: Stack, remotes: ReadonlyMap<string, WireTemplate>): void {
  const declared = new Map(stack.templates.map(({ body }) => [`${body.name}/${body.language}`, body]));
  for (const [identity, remote] of remotes) {
    const body = declared.get(identity);
    // The gateway has checked the outline of the template.
    if (body !== undefined && compareTemplates(body, remote as unknown as TemplateBody).equal) continue;
    throw new MycobotError(
      "MYCO_INTERNAL",
      `The declaration of ${identity} would differ from the account. Nothing was written.`,
      {
        hint: "This is a bug in Mycobot: please report it with the output of `mycobot template get NAME --json`.",
      },
    );
  }
}

/** Both files or none. */
async function writeFiles(text: string, imports: string, { place, existing, importFile }: Target): Promise<void> {
  if (importFile !== undefined) await writeNew(importFile, imports);
  try {
    if (existing === undefined) return await writeNew(place.file, text);
    const temporary = `${place.file}.${process.pid}.part`;
    await writeNew(temporary, text);
    await rename(temporary, place.file);
  } catch (error) {
    if (importFile !== undefined) await rm(importFile, { force: true });
    throw error;
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: "wx" }).catch((cause: unknown) => {
    throw new UsageError(
      `Cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}.`,
      undefined,
      cause,
    );
  });
}

function adoptedTemplates(
  entries: readonly TemplateEntry[],
  remotes: ReadonlyMap<string, WireTemplate>,
  prefix: string,
): AdoptedTemplate[] {
  return entries.flatMap(({ key, name = key, languages }) =>
    languages.flatMap(({ entry }) => {
      const remote = remotes.get(`${prefix}${name}/${entry.language}`);
      if (remote === undefined) return [];
      const { status, category, language } = remote;
      const form = "components" in entry.content ? ("components" as const) : ("short" as const);
      return [{ name: remote.name, language, status, category, form, accepted: entry.accepted !== undefined }];
    }),
  );
}
