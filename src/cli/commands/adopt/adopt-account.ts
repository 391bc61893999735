import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { MycobotError } from "../../../errors/index.ts";
import { relativeTo } from "../../../stack/index.ts";
import type { Context } from "../../context.ts";
import { counted } from "../../output/phrases.ts";
import type { Scope } from "../../scope/scope.ts";
import { UsageError } from "../../usage-error.ts";
import { writtenProfile } from "./declarations.ts";
import { importSpecs, importText } from "./import-file.ts";
import { type AdoptableAccount, readAccount } from "./read-account.ts";
import { downloadSamples, type Samples } from "./samples.ts";
import { type AdoptedStack, StackFileWriter } from "./stack-file.ts";
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
  if (account.generated > 0)
    skip(counted(account.generated, "generated template"), "WhatsApp generated them (Direct Send)");
  if (target.existing === undefined && templates.length === 0) throw nothingToAdopt(account);

  const samples = await fetchSamples({ ...account, templates, profiles: read }, target, scope, context);
  const { place } = target;
  const profiles = read.flatMap((profile) => writtenProfile(profile, samples, (file) => relativeTo(place, file)) ?? []);
  const always = { waba, connection: account.connection.connection_id, skipped, unreadable: account.unreadable };
  if (templates.length === 0 && profiles.length === 0) return { ...always, templates: [], profiles: [], media: [] };
  const written = await new StackFileWriter(account, target, samples, profiles, context).write(templates);
  for (const { template, reason } of written.unfit) skip(`${template.name}/${template.language}`, reason);
  const imported = {
    templates: new Map(written.templates.map((template) => [`${template.name}/${template.language}`, template])),
    profiles: new Set(profiles.map(({ phone }) => phone)),
    connection: account.connection,
  };
  const specs = await importSpecs(written.stack, imported, { env: context.io.env, projectRoot: place.projectRoot });
  await writeFiles(written.text, importText(specs), target);
  return {
    ...always,
    templates: adoptedTemplates(written),
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

/** Both files or none. */
async function writeFiles(text: string, imports: string, { place, existing, importFile }: Target): Promise<void> {
  if (importFile !== undefined) await writeNew(importFile, imports);
  try {
    if (existing === undefined) return await writeNew(place.file, text);
    const file = await realpath(place.file);
    const temporary = `${file}.${process.pid}.part`;
    await writeNew(temporary, text, (await stat(file)).mode);
    await rename(temporary, file);
  } catch (error) {
    if (importFile !== undefined) await rm(importFile, { force: true });
    throw error;
  }
}

async function writeNew(file: string, text: string, mode = 0o666): Promise<void> {
  await writeFile(file, text, { flag: "wx", mode }).catch((cause: unknown) => {
    throw new UsageError(
      `Cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}.`,
      undefined,
      cause,
    );
  });
}

function adoptedTemplates({ entries, templates }: AdoptedStack): AdoptedTemplate[] {
  const written = new Map(
    entries.flatMap(({ remoteName, languages }) =>
      languages.map(({ entry }) => [`${remoteName}/${entry.language}`, entry] as const),
    ),
  );
  return templates.map(({ name, language, status, category }) => {
    const entry = written.get(`${name}/${language}`);
    const form = entry !== undefined && "components" in entry.content ? "components" : "short";
    return { name, language, status, category, form, accepted: entry?.accepted !== undefined };
  });
}
