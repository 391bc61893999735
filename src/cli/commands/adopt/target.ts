import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { claimsBeside, type StackPath, stackPlace } from "../../../stack/index.ts";
import type { Stack } from "../../../stack/types.ts";
import type { Context } from "../../context.ts";
import { UsageError } from "../../usage-error.ts";

export interface TargetOptions {
  out?: string | undefined;
  into?: string | undefined;
  importFile?: string | undefined;
  mediaDir?: string | undefined;
}

/** The files to write. */
export interface Target {
  place: StackPath;
  /** With `--into`: the stack file as it is. */
  existing?: { text: string; stack: Stack };
  /** Absolute. */
  importFile?: string;
  /** Absolute, in the project. */
  mediaFolder?: string;
}

/** Checks the options before a request is sent. `stack`: that of `--into`. @throws UsageError */
export async function targetOf(options: TargetOptions, stack: Stack | undefined, { io }: Context): Promise<Target> {
  const { cwd } = io;
  const { out, into } = options;
  if ((out === undefined) === (into === undefined))
    throw new UsageError(
      "Specify either --out FILE or --into STACK.",
      "--out writes a new stack file; --into adds to one.",
    );
  if (out !== undefined && !/\.ya?ml$/.test(out))
    throw new UsageError(
      `--out: ${JSON.stringify(out)} is not a stack file.`,
      "Its name ends in .yaml, and begins with the name of the Pulumi stack.",
    );
  if (out !== undefined && options.importFile === undefined)
    throw new UsageError(
      "--out requires --import-file FILE.",
      "`pulumi import` reads it: it takes over what exists without a write.",
    );
  const place = stackPlace(out ?? into ?? "", { cwd });
  if (out !== undefined) assertNew("--out", place.file);
  const importFile = options.importFile === undefined ? undefined : resolve(cwd, options.importFile);
  if (importFile !== undefined) assertNew("--import-file", importFile);
  if (importFile === place.file)
    throw new UsageError("--out and --import-file name the same file.", "Use different names.");
  const mediaFolder = options.mediaDir === undefined ? undefined : resolve(cwd, options.mediaDir);
  if (mediaFolder !== undefined && !isInside(place.folder, mediaFolder))
    throw new UsageError(
      `--media-dir: ${mediaFolder} is outside ${place.folder}.`,
      "Files that a stack file names must be in its project.",
    );
  return {
    place,
    ...(stack === undefined ? {} : { existing: { stack, text: await readFile(place.file, "utf8") } }),
    ...(importFile === undefined ? {} : { importFile }),
    ...(mediaFolder === undefined ? {} : { mediaFolder }),
  };
}

/** Nothing is overwritten. */
function assertNew(option: string, file: string): void {
  if (existsSync(file))
    throw new UsageError(
      `${option}: ${file} exists already.`,
      "Nothing was written. Use another name, or --into STACK to add to a stack file.",
    );
  if (!existsSync(dirname(file)))
    throw new UsageError(`${option}: the folder ${dirname(file)} does not exist.`, "Create it first.");
}

function isInside(folder: string, path: string): boolean {
  const route = relative(folder, path);
  return route !== ".." && !route.startsWith(`..${sep}`) && !isAbsolute(route);
}

/** Why a template or a profile of the account is not written; undefined if it can be. */
export interface Exclusions {
  template: (name: string, language: string) => string | undefined;
  profile: (phone: string) => string | undefined;
}

/** What the stack file, or another one of the project, declares already, and names that the file cannot declare. */
export async function exclusionsOf({ place, existing }: Target, waba: string): Promise<Exclusions> {
  const others = await claimsBeside(place.projectRoot, place.file);
  const own = new Set(existing?.stack.templates.map(({ body }) => `${body.name}/${body.language}`));
  const phones = new Set(existing?.stack.profiles.map(({ phone }) => phone));
  const prefix = existing?.stack.settings.namePrefix ?? "";
  const show = (file: string) => relative(place.projectRoot, file).split(sep).join("/");
  return {
    template(name, language) {
      const identity = `${name}/${language}`;
      if (own.has(identity)) return DECLARED;
      const other = others.find((claims) => claims.waba === waba && claims.templates.has(identity));
      if (other !== undefined) return `${show(other.file)} declares it`;
      return name.startsWith(prefix) ? undefined : `its name does not begin with ${prefix} (settings.namePrefix)`;
    },
    profile(phone) {
      if (phones.has(phone)) return DECLARED;
      const other = others.find(({ profiles }) => profiles.has(phone));
      return other === undefined ? undefined : `${show(other.file)} declares it`;
    },
  };
}

/** The stack file declares it: not worth a line of its own. */
export const DECLARED = "declared already";
