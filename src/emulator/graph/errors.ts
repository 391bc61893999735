import { GraphError } from "./graph-error.ts";

const DOCS = "Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";

/** An unknown id, or one without permission. Recorded: 100 with subcode 33. */
export function unknownObject(method: string, id: string): GraphError {
  return new GraphError({
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. ${DOCS}`,
    type: "GraphMethodException",
    code: 100,
    subcode: 33,
  });
}

export function unknownField(field: string, nodeType: string): GraphError {
  return new GraphError({
    message: `(#100) Tried accessing nonexisting field (${field}) on node type (${nodeType})`,
    code: 100,
  });
}

/** A `fields` parameter whose brackets or commas do not fit. */
export function fieldSyntax(fields: string): GraphError {
  return new GraphError({ message: `Syntax error in the fields parameter: "${fields}"`, code: 2500 });
}

/** A call without an object: Graph's answer to `GET /`. */
export function unsupportedRequest(method: string): GraphError {
  return new GraphError({
    message: `Unsupported ${method.toLowerCase()} request. ${DOCS}`,
    type: "GraphMethodException",
    code: 100,
  });
}

export function unknownPath(path: string): GraphError {
  return new GraphError({ message: `Unknown path components: ${path}`, code: 2500 });
}

export function missingParameter(name: string): GraphError {
  return new GraphError({ message: `(#100) The parameter ${name} is required.`, code: 100 });
}

/** The recorded form of a value outside an enumeration. */
export function notOneOf(name: string, allowed: readonly string[], got: unknown): GraphError {
  return new GraphError({
    message: `(#100) Param ${name} must be one of {${allowed.join(", ")}} - got ${JSON.stringify(String(got))}.`,
    code: 100,
  });
}

export function invalidParameter(message: string): GraphError {
  return new GraphError({ message: `(#100) ${message}`, code: 100 });
}

/** The refusal of a large call without a file. Meta documents no such limit. */
export function bodyTooLarge(megabytes: number): GraphError {
  return new GraphError({ status: 413, message: `(#100) The request body exceeds ${megabytes} MB.`, code: 100 });
}

/** A missing or empty token in a direct call to Graph. */
export function tokenRequired(): GraphError {
  return new GraphError({ status: 401, message: "An access token is required to request this resource.", code: 104 });
}

export function noPermission(code: 10 | 200): GraphError {
  return new GraphError({
    status: 403,
    message:
      code === 10
        ? "(#10) Application does not have permission for this action"
        : "(#200) Requires whatsapp_business_management permission to manage the object",
    code,
  });
}
