import { z } from "zod";
import { isSampleFormat, megabytes, SAMPLE_FORMATS, type SampleFormat } from "../../model/media/index.ts";
import { TEMPLATE_LIMITS } from "../../model/template/index.ts";
import { isMediaFile } from "../../model/template/media.ts";
import { isObject } from "../../model/text/index.ts";
import { sampleFile } from "../sample-files.ts";
import { exactlyOne, sample, shown, text } from "../shape/schema.ts";
import { child, entriesOf, isScalar, type Located, type LocatedMap, madeList, madeMap } from "../source/located.ts";
import { type Contraction, type Expansion, ofType, type ShortKey } from "./short-key.ts";
import { contractSamples, HEADER_SAMPLES, textFields } from "./text-parts.ts";

const EXAMPLES: Readonly<Record<SampleFormat, string>> = {
  image: "media/sale.jpg",
  video: "media/tour.mp4",
  document: "media/invoice.pdf",
};

const handle = text({
  description: "A handle returned by WhatsApp's upload call.",
  example: "4::aW1hZ2UvanBlZw==:ARZ…",
});

function mediaSchema(format: SampleFormat) {
  const { names, maxBytes } = SAMPLE_FORMATS[format];
  const description = `Sample ${format}: ${names}, up to ${megabytes(maxBytes)} MB. The path is relative to this file. Or \`{ handle: "4::…" }\`.`;
  const byHandle = z.strictObject({ handle }).meta({ description, examples: [{ handle: "4::…" }] });
  return shown(z.union([z.string(), byHandle]), { description, example: EXAMPLES[format] });
}

const media = {
  image: mediaSchema("image"),
  video: mediaSchema("video"),
  document: mediaSchema("document"),
} satisfies Record<SampleFormat, z.ZodType>;

/** HEADER, from text, `location`, or a map with one media format. */
export const header: ShortKey = {
  schema: shown(
    z.union([
      z.string(),
      exactlyOne(media, "a header", {
        description: "A media header with its sample.",
        example: { image: "media/sale.jpg" },
      }),
    ]),
    {
      description: `Text of up to ${TEMPLATE_LIMITS.headerText} characters, \`location\`, or a map with image, video or document.`,
      example: "Order {{order}}",
      maxLength: TEMPLATE_LIMITS.headerText,
    },
  ),
  expand(value, parent, expansion) {
    const component = headerOf(value, child(parent, "header_example"), expansion);
    return component === undefined ? [] : [component];
  },
  contract(components, contraction) {
    const { format, text, example, ...rest } = ofType(components, "HEADER") ?? {};
    if (format === "LOCATION") return { header: "location" };
    if (format === "TEXT" && typeof text === "string")
      return { header: text, ...contractSamples(HEADER_SAMPLES, { ...rest, example }, contraction) };
    const key = String(format).toLowerCase();
    const value = contractMedia(isObject(example) ? example.header_handle : undefined, contraction);
    return isSampleFormat(key) && value !== undefined ? { header: { [key]: value } } : {};
  },
};

/** The sample of a media header: a file or a handle. */
function contractMedia(handles: unknown, { pathOf }: Contraction): string | { handle: string } | undefined {
  const [handle] = [handles].flat();
  if (isMediaFile(handle)) return pathOf(handle.file);
  return typeof handle === "string" ? { handle } : undefined;
}

export const headerExample: ShortKey = {
  schema: sample({ description: "The sample of the header's `{{1}}`.", example: "A-1042" }),
};

function headerOf(node: Located, examples: Located | undefined, expansion: Expansion): LocatedMap | undefined {
  if (isScalar(node)) {
    if (node.value === "location") return madeMap({ type: "HEADER", format: "LOCATION" }, node.position);
    const fields = textFields(HEADER_SAMPLES, node, examples, expansion);
    return madeMap({ type: "HEADER", format: "TEXT", ...fields }, node.position);
  }
  const [format, entry] = entriesOf(node)[0] ?? [];
  if (format === undefined || entry === undefined || !isSampleFormat(format)) return undefined;
  const given = isScalar(entry.value) ? sampleFile(format, entry.value, expansion) : child(entry.value, "handle");
  if (given === undefined) return undefined;
  const example = madeMap({ header_handle: madeList([given], given.position) }, given.position);
  return madeMap({ type: "HEADER", format: format.toUpperCase(), example }, node.position);
}
