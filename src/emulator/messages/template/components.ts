import { within } from "../../graph/shape.ts";
import { decoded, isObject, type Json, type JsonObject, listOf, objectOf, upperOf } from "../../json.ts";

/** A component of the message, and where it stands in the request. */
export interface SentComponent {
  component: JsonObject;
  parameters: JsonObject[];
  path: string;
}

function sent(value: Json, path: string): SentComponent {
  const component = objectOf(value);
  return { component, parameters: listOf(component.parameters).filter(isObject), path };
}

/** The components of a message or of a card, by type in capitals. */
export class SentComponents {
  readonly #all: SentComponent[];

  constructor(components: Json | undefined, path: string) {
    this.#all = listOf(components).map((value, index) => sent(value, within(path, index)));
  }

  ofType(type: string): SentComponent[] {
    return this.#all.filter(({ component }) => upperOf(component.type) === type);
  }

  get(type: string): SentComponent | undefined {
    return this.ofType(type)[0];
  }
}

/** Components of a template, as the account holds them. */
export function templateParts(components: Json | undefined): JsonObject[] {
  return listOf(components).filter(isObject);
}

export function partOf(parts: readonly JsonObject[], type: string): JsonObject | undefined {
  return parts.find((part) => upperOf(part.type) === type);
}

export function cardsOf(part: JsonObject): JsonObject[] {
  return listOf(decoded(part.cards)).filter(isObject);
}

export function parameterPath({ path }: SentComponent, index: number): string {
  return within(within(path, "parameters"), index);
}
