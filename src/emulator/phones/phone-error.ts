import { GraphError } from "../graph/graph-error.ts";
import { PHONE_ERRORS } from "../tables/phone-errors.ts";

export function phoneError(kind: keyof typeof PHONE_ERRORS): GraphError {
  return new GraphError(PHONE_ERRORS[kind]);
}
