import type { Call } from "../../http/call.ts";
import { listAt, objectAt, textAt } from "../../http/json.ts";
import { checkedId } from "../ids.ts";
import { type AccountCall, proxyRequest } from "../proxy-request.ts";

/** One element of `GET /{waba}/message_template_previews`: the texts of authentication templates in one language. */
export interface AuthenticationPreview {
  language: string;
  body?: string;
  footer?: string;
  buttons?: { text?: string; autofill_text?: string }[];
  [field: string]: unknown;
}

export interface PreviewCall extends AccountCall {
  languages: readonly string[];
  addSecurityRecommendation?: boolean;
  /** 1–90. */
  codeExpirationMinutes?: number;
}

/** The localized texts of authentication templates. Source: Meta, authentication templates. */
export type AuthenticationPreviews = (call: PreviewCall) => Promise<AuthenticationPreview[]>;

export function authenticationPreviews(call: Call): AuthenticationPreviews {
  return (options) =>
    call(
      proxyRequest(options, {
        method: "GET",
        segments: [checkedId("account", options.wabaId), "message_template_previews"],
        query: {
          category: "AUTHENTICATION",
          languages: options.languages.join(","),
          add_security_recommendation:
            options.addSecurityRecommendation === undefined ? undefined : String(options.addSecurityRecommendation),
          code_expiration_minutes: options.codeExpirationMinutes,
          button_types: "OTP",
        },
        management: true,
      }),
      readPreviews,
    );
}

function readPreviews(body: unknown): AuthenticationPreview[] {
  return listAt(body, "data").map((value, index) => {
    const preview = objectAt(value, `data[${index}]`);
    return { ...preview, language: textAt(preview, "language", `data[${index}]`) };
  });
}
