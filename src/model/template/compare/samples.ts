import { isObject, type JsonObject, pointer } from "../../text/index.ts";
import { fieldOf } from "../canonical/fields.ts";

/** One sample of a canonical template. */
export interface Sample {
  code: "samples" | "media";
  /** JSON pointer into the canonical template. */
  path: string;
  value: unknown;
}

/** All samples of a canonical template, by a key that two templates of the same meaning share, whatever stands where. */
export function samplesOf(template: JsonObject): ReadonlyMap<string, Sample> {
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
