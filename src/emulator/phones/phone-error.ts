import { GraphError } from "../graph/graph-error.ts";
import { PHONE_ERRORS } from "../tables/phone-errors.ts";

export const phoneError = (kind: keyof typeof PHONE_ERRORS): GraphError => new GraphError(PHONE_ERRORS[kind]);
