import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import { MEDIA_TYPES, SAMPLE_FORMATS, type SampleFormat, sampleProblem } from "../model/media/index.ts";
import { closest } from "../model/text/index.ts";
import { error, type LocatedFinding, note } from "./findings.ts";
import { type LocatedMap, type LocatedScalar, madeMap } from "./source/located.ts";
import { type FileRefusal, readProjectFile, siblingNames } from "./source/project-file.ts";

/** Minimum of each side in pixels, and the recommended size. Source: Meta, business profile: pictures are square. */
const PICTURE_SIDE = { min: 192, recommended: 640 } as const;

/** Bytes that identify a file's type and size: what file-type reads, and a JPEG header with a large thumbnail. */
const HEAD_BYTES = 256 * 1024;

/** A file that a header or a profile names. */
export interface SampleFile {
  format: SampleFormat;
  /** The path as written. */
  node: LocatedScalar;
  /** Absolute. */
  file: string;
}

/** A MediaFile of the template body. The path is relative to the file that contains it, also if that file is extended. */
export function sampleFile(
  format: SampleFormat,
  node: LocatedScalar,
  found: { projectRoot: string; findings: LocatedFinding[]; sampleFiles: SampleFile[] },
): LocatedMap | undefined {
  const path = String(node.value);
  if (/^[a-z]+:\/\//i.test(path) || path.startsWith("4::")) {
    const message = `\`${path.slice(0, 60)}\` is not a file`;
    const hint = path.startsWith("4::")
      ? "Write a handle as `{ handle: … }`."
      : "WhatsApp requires an upload: download the sample and name the file.";
    found.findings.push(error({ code: "media-not-a-file", at: node.position, message, hint }));
    return undefined;
  }
  const file = absolutePath(node);
  found.sampleFiles.push({ format, node, file });
  return madeMap({ file: { ...node, value: fromRoot(found.projectRoot, file) } }, node.position);
}

/** The absolute path of a file that a stack file names. */
export function absolutePath(node: LocatedScalar): string {
  const path = String(node.value);
  return isAbsolute(path) ? path : resolve(dirname(node.position.file), path);
}

/** With forward slashes on every system, so that a stack file has the same plan everywhere. */
export function fromRoot(projectRoot: string, file: string): string {
  return relative(projectRoot, file).split(sep).join("/");
}

/** The inverse of {@link fromRoot}: a path of the project as a stack file names it. */
export function relativeTo(place: { file: string; projectRoot: string }, file: string): string {
  return relative(dirname(place.file), resolve(place.projectRoot, file)).split(sep).join("/");
}

/** The extension for the content of a sample; undefined if the format does not allow this content. */
export async function sampleExtension(format: SampleFormat, content: Uint8Array): Promise<string | undefined> {
  const type = (await fileTypeFromBuffer(content))?.mime;
  if (type === undefined || sampleProblem(format, { bytes: content.length, type }) !== undefined) return undefined;
  return MEDIA_TYPES[type]?.extensions[0];
}

/** Checks that sample files are in `folder`, exist, and have a format that WhatsApp accepts. Each file is read once. */
export async function checkSampleFiles(samples: readonly SampleFile[], folder: string): Promise<LocatedFinding[]> {
  const heads = new Map<string, Promise<FileHead>>();
  const headOf = (sample: SampleFile): Promise<FileHead> => {
    const key = `${sample.format} ${sample.file}`;
    const known = heads.get(key) ?? readHead(sample, folder);
    heads.set(key, known);
    return known;
  };
  const findings: LocatedFinding[] = [];
  // Sequentially: thousands of templates must not open thousands of files at once.
  for (const sample of samples) {
    const finding = await sampleFinding(sample, await headOf(sample));
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

/** Checks that a profile's picture is an image, and how WhatsApp will crop it. */
export async function checkPicture(picture: SampleFile, folder: string): Promise<LocatedFinding[]> {
  const head = await readHead(picture, folder);
  const finding = await sampleFinding(picture, head);
  if (finding !== undefined) return [finding];
  const size = "refused" in head ? undefined : sizeOf(head.head);
  if (size === undefined) return [];
  const { width, height } = size;
  if (width === height && width >= PICTURE_SIDE.min) return [];
  const message = `\`${String(picture.node.value)}\` has ${width} × ${height} pixels; WhatsApp shows a circle cropped from a square`;
  const hint = `Use a square of at least ${PICTURE_SIDE.min} pixels, preferably ${PICTURE_SIDE.recommended}.`;
  return [note({ code: "picture-shape", at: picture.node.position, message, hint })];
}

/** The size and first bytes of a file, or why it is not opened. */
type FileHead = { bytes: number; head: Uint8Array } | (FileRefusal & { hint: string });

/** Reads as much of a file as the checks need. A file above the limit of its format is not opened. */
async function readHead({ file, format }: SampleFile, folder: string): Promise<FileHead> {
  const { maxBytes } = SAMPLE_FORMATS[format];
  const found = await readProjectFile(file, { folder, maxBytes, length: HEAD_BYTES });
  if (!("refused" in found)) return { bytes: found.bytes, head: found.content };
  return { ...found, hint: await hintFor(found, file, folder) };
}

async function hintFor({ refused }: FileRefusal, file: string, folder: string): Promise<string> {
  if (refused === "outside")
    return "Copy it into the project: files that a stack file names must be there, also through links.";
  if (refused !== "missing") return "Name a readable file.";
  const near = closest(basename(file), await siblingNames(file, folder));
  return near === undefined ? "Paths are relative to the stack file that contains them." : `Did you mean \`${near}\`?`;
}

async function sampleFinding({ node, format }: SampleFile, head: FileHead): Promise<LocatedFinding | undefined> {
  if (node.unresolved === true) return undefined;
  const at = node.position;
  const name = `\`${String(node.value)}\``;
  if ("refused" in head && head.refused !== "too-large") {
    const code = head.refused === "outside" ? "outside-project" : "media-missing";
    return error({ code, at, message: `${name} ${head.reason}`, hint: head.hint });
  }
  const { bytes = 0 } = head;
  const type = "refused" in head || bytes === 0 ? undefined : (await fileTypeFromBuffer(head.head))?.mime;
  const problem = sampleProblem(format, { bytes, type });
  return problem && error({ code: problem.code, at, message: `${name} ${problem.what}`, hint: problem.hint });
}

/** Undefined if the size is stored beyond the bytes that were read. */
function sizeOf(head: Uint8Array): { width: number; height: number } | undefined {
  try {
    return imageSize(head);
  } catch {
    return undefined;
  }
}
