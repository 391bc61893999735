import { GraphError } from "../graph/graph-error.ts";
import { MESSAGE_ERRORS, type MessageErrorText } from "../tables/message-errors.ts";

export type MessageErrorKind = keyof typeof MESSAGE_ERRORS;

/** An error of the messages edge, in the recorded form: "(#131009) Parameter value is not valid", details apart. */
export function messageError(kind: MessageErrorKind, details: string): GraphError {
  const { code, status, message }: MessageErrorText = MESSAGE_ERRORS[kind];
  return new GraphError({
    message: `(#${code}) ${message}`,
    code,
    data: { messaging_product: "whatsapp", details },
    ...(status === undefined ? {} : { status }),
  });
}

/** The same as a status shows it, when a message was taken and fails afterwards. */
export function statusError(kind: MessageErrorKind, details: string) {
  const { code, message }: MessageErrorText = MESSAGE_ERRORS[kind];
  return { code, title: message, message, error_data: { details } };
}
