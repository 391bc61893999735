import { isEqualJson, isObject, type JsonObject, pointer } from "../../text/index.ts";
import { canonicalTemplate } from "../canonical.ts";
import { fieldOf, withFields } from "../json-fields.ts";
import { isMediaFile } from "../media.ts";
import type { TemplateBody, TemplateReport } from "../types.ts";
import type { Source } from "./known-fields.ts";
import { isSignedUrl, reconcileValue } from "./reconcile.ts";

/** One sample of a canonical template. */
interface Sample {
  code: "samples" | "media";
  /** JSON pointer into the canonical template. */
  path: string;
  value: unknown;
}

const MESSAGES: Readonly<Record<Sample["code"], string>> = {
  samples: "Only the sample differs. WhatsApp's reviewers see it; recipients never do.",
  media: "Only the sample file differs. WhatsApp's reviewers see it; recipients get the file that is sent.",
};

/** The samples that differ between two canonical templates of the same meaning. */
export function sampleDifferences(source: Source, wanted: JsonObject, observed: JsonObject): TemplateReport[] {
  const mine = samplesOf(wanted);
  const theirs = samplesOf(observed);
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])];
  return keys.flatMap((key) => differenceOf(source, mine.get(key), theirs.get(key)) ?? []);
}

function differenceOf(
  source: Source,
  mine: Sample | undefined,
  theirs: Sample | undefined,
): TemplateReport | undefined {
  const { code, path } = mine ?? theirs ?? { code: "samples", path: "" };
  const [wanted, observed] = [mine?.value, theirs?.value];
  if (source === "read" && (wanted === undefined || observed === undefined)) return undefined;
  if (code === "media" ? isSameMedia(wanted, observed) : isSameValue(wanted, observed)) return undefined;
  return {
    code,
    path,
    kind: wanted === undefined ? "added" : observed === undefined ? "removed" : "changed",
    ...(wanted === undefined ? {} : { wanted }),
    ...(observed === undefined ? {} : { observed }),
    message: MESSAGES[code],
  };
}

/** A signed URL shows nothing about the file behind it. */
function isSameMedia(wanted: unknown, observed: unknown): boolean {
  const [mine, theirs] = [wanted, observed].map((value) =>
    Array.isArray(value) && value.length === 1 ? value[0] : value,
  );
  if (isSignedUrl(mine) || isSignedUrl(theirs)) return true;
  if (!isMediaFile(mine) || !isMediaFile(theirs)) return isSameValue(mine, theirs);
  return mine.sha256 !== undefined && theirs.sha256 !== undefined
    ? mine.sha256 === theirs.sha256
    : mine.file === theirs.file;
}

function isSameValue(a: unknown, b: unknown): boolean {
  return reconcileValue("", a, b).changes.length === 0;
}

/** All samples of a canonical template, by a key that two templates of the same meaning share, whatever their paths. */
function samplesOf(template: JsonObject): ReadonlyMap<string, Sample> {
  return new Map(componentSamples("", "", template.components));
}

type Entry = [key: string, sample: Sample];

function componentSamples(key: string, path: string, components: unknown): Entry[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap((component: unknown, at) => {
    const here = `${path}/components/${at}`;
    const name = `${key}/${String(fieldOf(component, "type"))}`;
    return [
      ...exampleSamples(name, here, component),
      ...itemsOf(component, "buttons").flatMap((button, nth) =>
        exampleSamples(`${name}/${nth}`, `${here}/buttons/${nth}`, button),
      ),
      ...itemsOf(component, "cards").flatMap((card, nth) =>
        componentSamples(`${name}/${nth}`, `${here}/cards/${nth}`, fieldOf(card, "components")),
      ),
    ];
  });
}

function exampleSamples(key: string, path: string, part: unknown): Entry[] {
  const example = fieldOf(part, "example");
  const here = `${path}/example`;
  if (example === undefined) return [];
  if (!isObject(example)) return [[key, { code: "samples", path: here, value: example }]];
  return Object.entries(example).map(([name, value]) => [
    `${key}/${name}`,
    { code: name === "header_handle" ? "media" : "samples", path: pointer(here, name), value },
  ]);
}

function itemsOf(component: unknown, name: string): readonly unknown[] {
  const items = fieldOf(component, name);
  return Array.isArray(items) ? items : [];
}

/**
 * Whether two declarations differ, and only in samples: those of variables, URLs and coupons, upload handles, and files by
 * name or content. Everything else counts as it is sent, so a default that only one of them writes out makes it false.
 */
export function differsInSamplesOnly(before: TemplateBody, after: TemplateBody): boolean {
  const [one, other] = [canonicalTemplate(before), canonicalTemplate(after)];
  return !isEqualJson(one, other) && isEqualJson(bareTemplate(one), bareTemplate(other));
}

/** A canonical template, or a card, without the samples of its components and buttons. */
function bareTemplate(part: unknown): unknown {
  return isObject(part) ? withFields(part, { components: eachOf(part.components, bareComponent) }) : part;
}

function bareComponent(component: unknown): unknown {
  if (!isObject(component)) return component;
  const buttons = eachOf(component.buttons, bareButton);
  return withFields(component, { example: undefined, buttons, cards: eachOf(component.cards, bareTemplate) });
}

function bareButton(button: unknown): unknown {
  return isObject(button) ? withFields(button, { example: undefined }) : button;
}

function eachOf(list: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(list) ? list.map(change) : list;
}
