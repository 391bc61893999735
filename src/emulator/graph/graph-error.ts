import { fbtraceId } from "../ids.ts";
import { compact, type JsonObject } from "../json.ts";

export type UserLanguage = "en" | "pt_BR";

interface UserTexts {
  title: string;
  userMessage: string;
}

export interface GraphErrorFields {
  /** HTTP status; 400 by default. */
  status?: number;
  message: string;
  type?: "OAuthException" | "GraphMethodException";
  code: number;
  subcode?: number;
  transient?: boolean;
  title?: string;
  userMessage?: string;
  /** Title and message for a user whose language is Portuguese. */
  portuguese?: UserTexts;
  data?: JsonObject;
  headers?: Record<string, string>;
}

/** An error of the Graph API. Its keys have the order of recorded bodies. */
export class GraphError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly #fields: GraphErrorFields;

  constructor(fields: GraphErrorFields) {
    super(fields.message);
    this.#fields = fields;
    this.status = fields.status ?? 400;
    this.headers = fields.headers ?? {};
  }

  /** The body, with a new trace id. Title and message for the user are in the user's language, where it has them. */
  body(language: UserLanguage = "en"): JsonObject {
    const { message, type = "OAuthException", code, data, subcode, transient, portuguese } = this.#fields;
    const { title, userMessage } = language === "pt_BR" && portuguese !== undefined ? portuguese : this.#fields;
    return {
      error: compact({
        message,
        type,
        code,
        error_data: data,
        error_subcode: subcode,
        is_transient: transient ?? (title === undefined ? undefined : false),
        error_user_title: title,
        error_user_msg: userMessage,
        fbtrace_id: fbtraceId(),
      }),
    };
  }
}
