import { loose, oneOf, required, type Shape } from "../../../graph/shape.ts";
import { type JsonObject, objectOf } from "../../../json.ts";
import type { MessageCheck } from "../message-kind.ts";
import type { HeaderType } from "./parts.ts";

/** A kind of interactive message: the rules of its action and of the parts around it. */
export interface InteractiveKind {
  action: MessageCheck;
  /** How Direct Send checks the action; undefined for a kind that Direct Send refuses. */
  directAction?: MessageCheck;
  /** Types of header that the kind can carry; none by default. */
  headers?: readonly HeaderType[];
  requiresHeader?: boolean;
  body?: { max: number; isOptional?: boolean };
}

/** An action that a shape describes completely. */
export function shaped(shape: Shape): MessageCheck {
  return (_, action, path) => shape(action, path);
}

/** An action with rules of its own. */
export function ruled(check: (action: JsonObject, path: string) => void): MessageCheck {
  return (_, action, path) => {
    loose()(action, path);
    check(objectOf(action), path);
  };
}

/** The required name of an action. */
export function named(name: string) {
  return required(oneOf(name));
}
