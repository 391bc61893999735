import { WHATSAPP_APP } from "../../model/connection.ts";
import { RESOURCE_TYPES } from "../../model/resource-types.ts";
import type { TemplateBody } from "../../model/template/index.ts";
import { bodyOfContent } from "../../model/template/inputs.ts";
import { templateIdentity } from "../account/templates.ts";
import type { StackState, StateResource } from "./stack-state.ts";

/** A template in Pulumi's state. */
export interface RecordedTemplate {
  urn: string;
  /** The content as of the last run. */
  body: TemplateBody;
  /** Our edits of the last 30 days before the last run: RFC 3339. */
  edits: string[];
  /** When Pulumi created or imported it: milliseconds since the epoch. */
  created: number | undefined;
  /** While it was PENDING in the last run: since when, as far as known, milliseconds since the epoch. */
  pendingSince: number | undefined;
}

/** A connection in Pulumi's state. */
export interface RecordedConnection {
  /** Its name in the stack file. */
  key: string;
  id: string;
  app: string;
}

/** The templates of an account in Pulumi's state, by name and language. */
export function recordedTemplates({ resources }: StackState, wabaId: string): Map<string, RecordedTemplate> {
  const templates = ofType("template", resources).flatMap(({ urn, inputs, outputs, created }) => {
    const { waba, name, language, category } = inputs;
    const { edits, pendingSince } = outputs;
    if (waba !== wabaId || !isText(name) || !isText(language) || !isText(category)) return [];
    const recorded: RecordedTemplate = {
      urn,
      body: bodyOfContent({ ...withoutEngineKeys(inputs), name, language, category }),
      edits: Array.isArray(edits) ? edits.filter(isText) : [],
      created: timeOf(created),
      pendingSince: timeOf(pendingSince),
    };
    return [[templateIdentity({ name, language }), recorded] as const];
  });
  return new Map(templates);
}

/** The connections in Pulumi's state. */
export function recordedConnections({ resources }: StackState): RecordedConnection[] {
  return ofType("connection", resources).flatMap(({ urn, id, outputs }) => {
    const { app } = outputs;
    const key = urn.slice(urn.lastIndexOf("::") + 2);
    return id === undefined ? [] : [{ key, id, app: isText(app) ? app : WHATSAPP_APP }];
  });
}

function ofType(type: keyof typeof RESOURCE_TYPES, resources: readonly StateResource[]): StateResource[] {
  return resources.filter((resource) => resource.type === RESOURCE_TYPES[type]);
}

function withoutEngineKeys(inputs: StateResource["inputs"]): StateResource["inputs"] {
  return Object.fromEntries(Object.entries(inputs).filter(([key]) => !key.startsWith("__")));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function timeOf(value: unknown): number | undefined {
  const time = isText(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
