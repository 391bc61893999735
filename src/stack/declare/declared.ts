import type { TemplateBody } from "../../model/template/index.ts";
import type { LocatedMap } from "../source/located.ts";
import type { LanguageSource } from "./template-source.ts";

/** A template in one language, expanded: what the rules across templates look at. */
export interface DeclaredTemplate {
  source: LanguageSource;
  logicalName: string;
  located: LocatedMap;
  /** As it was written. */
  body: TemplateBody;
  /** Why today's creation rules do not count, while they do not. */
  accepted?: string;
}
