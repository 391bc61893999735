import type { LocatedMap } from "../source/located.ts";
import type { Place } from "../source/place.ts";
import type { Path } from "../source/pointer.ts";
import type { OnRemoveTemplate } from "../types.ts";

/** A template, or an older version of one, as it stands in the file. */
export interface TemplateSource {
  /** The key under `templates`. */
  key: string;
  version?: number;
  previous: boolean;
  /** The name in the account, prefix and version suffix included. */
  remoteName: string;
  /** Part of the name is a `${…}` whose value another file gives. */
  nameUnknown: boolean;
  /** Where the name stands: `name:`, else the key. */
  namePlace: Place;
  /** What it says for itself, or the template for its older versions. */
  protect?: boolean;
  onRemove?: OnRemoveTemplate;
  /** The template, or the version under `previous`. */
  node: LocatedMap;
  path: Path;
}

/** One of its languages. */
export interface LanguageSource {
  template: TemplateSource;
  language: string;
  /** Of the language's key. */
  place: Place;
  node: LocatedMap;
  path: Path;
}
