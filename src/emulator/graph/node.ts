import type { EmulatorContext } from "../emulator-context.ts";
import type { RequestContext } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { fieldNames, type NodeShape, project } from "./fields.ts";

/** The verbs of one object. A missing verb is answered like a missing object, as Graph does. */
export interface Node {
  /** Graph's name of the node type, for errors. */
  type: string;
  get?: () => JsonObject;
  post?: () => Promise<JsonObject>;
  delete?: () => JsonObject;
}

/** The object of that id; undefined when no object of this kind has it. */
export type NodeFinder = (emulator: EmulatorContext, id: string, c: RequestContext) => Node | undefined;

/** An object whose fields can be read. */
export function plainNode(object: JsonObject, shape: NodeShape, c: RequestContext): Node {
  return { type: shape.type, get: () => project(object, fieldNames(c.req.query("fields")), shape) };
}
