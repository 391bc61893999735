import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { isMycobotError } from "../../../errors/index.ts";
import type { Gateway, WireTemplate } from "../../../gateway/index.ts";
import { isSampleFormat, SAMPLE_FORMATS } from "../../../model/media/index.ts";
import { type MediaFile, signedSamplesOf, type TemplateBody } from "../../../model/template/index.ts";
import { sampleExtension } from "../../../stack/index.ts";
import type { Context } from "../../context.ts";
import { showProgress } from "../../output/progress.ts";
import { visibleLine } from "../../output/visible.ts";
import type { AdoptableAccount } from "./read-account.ts";

/** Where samples are written. */
export interface SampleFolder {
  /** Absolute. */
  folder: string;
  /** Absolute. */
  projectRoot: string;
  gateway: Gateway;
  signal: AbortSignal;
}

/** Samples of media headers and pictures of profiles, by their signed URL. Paths are relative to the project's root. */
export type Samples = ReadonlyMap<string, MediaFile>;

/** Downloads the samples of all templates and the pictures of all profiles. What cannot be fetched is noted and left out. */
export async function downloadSamples(
  { templates, profiles }: AdoptableAccount,
  target: SampleFolder,
  context: Context,
): Promise<Samples> {
  const wanted = [...templates.flatMap(samplesOf), ...profiles.flatMap(pictureOf)];
  const files = new Map<string, MediaFile>();
  if (wanted.length > 0) await mkdir(target.folder, { recursive: true });
  for (const [index, sample] of wanted.entries()) {
    showProgress(context, `downloading sample ${index + 1} of ${wanted.length}`);
    const file = await download(sample, target, context);
    if (file !== undefined) files.set(sample.url, { file });
  }
  showProgress(context, "");
  return files;
}

interface Sample {
  /** The name of the file, without its extension. */
  name: string;
  format: string;
  url: string;
}

function samplesOf(template: WireTemplate): Sample[] {
  const { name, language } = template;
  const samples = signedSamplesOf(template as unknown as TemplateBody); // the gateway has checked its outline
  return samples.map(({ format, url }, index) => ({
    name: safeName(`${name}_${language}${samples.length === 1 ? "" : `_${index + 1}`}`),
    format: format.toLowerCase(),
    url,
  }));
}

function pictureOf(read: AdoptableAccount["profiles"][number]): Sample[] {
  const url = "profile" in read ? read.profile.profile_picture_url : undefined;
  return url === undefined ? [] : [{ name: safeName(`profile_${read.phone}`), format: "image", url }];
}

function safeName(name: string): string {
  return name.replace(/[^\w-]/g, "_").slice(0, 200);
}

async function download(
  { name, format, url }: Sample,
  { folder, projectRoot, gateway, signal }: SampleFolder,
  context: Context,
): Promise<string | undefined> {
  if (!isSampleFormat(format)) return undefined;
  const skip = (why: string) => context.note(`warning: the sample ${name} was not downloaded: ${visibleLine(why)}.`);
  try {
    const content = await gateway.media.sample({ url, maxBytes: SAMPLE_FORMATS[format].maxBytes, signal });
    const extension = await sampleExtension(format, content);
    if (extension === undefined) {
      skip(`it is not ${SAMPLE_FORMATS[format].names}`);
      return undefined;
    }
    const file = await writeNew(join(folder, name), `.${extension}`, content);
    return relative(projectRoot, file).split(sep).join("/");
  } catch (error) {
    if (!isMycobotError(error) || error.code === "MYCO_INTERRUPTED") throw error;
    skip(error.message);
    return undefined;
  }
}

/** Never replaces a file: one with the same content is used, else the name gets a number. */
async function writeNew(base: string, extension: string, content: Buffer): Promise<string> {
  for (let number = 1; ; number += 1) {
    const file = `${base}${number === 1 ? "" : `_${number}`}${extension}`;
    try {
      await writeFile(file, content, { flag: "wx" });
      return file;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if ((await readFile(file)).equals(content)) return file;
    }
  }
}
