import { PERIODS } from "../clock.ts";
import { graphId } from "../ids.ts";
import { compact, type JsonObject, listOf, objectOf, upperOf } from "../json.ts";
import type { TemplateRecord } from "../store/state.ts";

/** What a template consists of, already as it is read back. */
export interface TemplateContent {
  name: string;
  language: string;
  category: string;
  previousCategory?: string | undefined;
  parameterFormat: string;
  sendTtl?: number | undefined;
  subCategory?: string | undefined;
  libraryName?: string | undefined;
  components: JsonObject[];
}

/** The default fields in the order of real bodies. */
export function shownFields(id: string, status: string, content: TemplateContent): JsonObject {
  return compact({
    name: content.name,
    previous_category: content.previousCategory,
    message_send_ttl_seconds: content.sendTtl,
    parameter_format: content.parameterFormat,
    components: content.components,
    language: content.language,
    status,
    category: content.category,
    sub_category: content.subCategory,
    library_template_name: content.libraryName,
    id,
  });
}

export function newRecord(content: TemplateContent, status: string, passedOn: JsonObject, now: number): TemplateRecord {
  const id = graphId();
  const quality = { score: "UNKNOWN", date: Math.floor(now / PERIODS.SECOND) };
  return {
    id,
    shown: shownFields(id, status, content),
    asked: { rejected_reason: "NONE", quality_score: quality, ...passedOn },
    edits: [],
    created: now,
    updated: now,
  };
}

/** Whether a template carries a button of that kind. */
export function hasButton(components: readonly JsonObject[], kind: string): boolean {
  return components.some((component) =>
    listOf(component.buttons).some((button) => upperOf(objectOf(button).type) === kind),
  );
}

/** Body and footer together, which review compares between templates. */
export function contentKey(components: readonly JsonObject[]): string {
  const text = (type: string) => components.find((component) => upperOf(component.type) === type)?.text ?? "";
  return JSON.stringify([text("BODY"), text("FOOTER")]);
}
