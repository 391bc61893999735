import { requiredAt, within } from "../../../graph/shape.ts";
import { type JsonObject, objectOf, upperOf } from "../../../json.ts";
import { LIMITS } from "../../../tables/template-limits.ts";
import { messageError } from "../../message-error.ts";
import { location } from "../location.ts";
import { checkAttachment, isAttachmentKind } from "../media.ts";
import type { SendContext } from "../message-kind.ts";
import { checkTextParameters, parameterPath, type SentComponent } from "./parameters.ts";

function checkObject(context: SendContext, format: string, parameter: JsonObject, path: string): void {
  const type = upperOf(parameter.type).toLowerCase();
  const value = requiredAt(parameter, type, path);
  const at = within(path, type);
  // A sender sends a GIF as a video.
  const kind = type === "gif" ? "video" : type;
  if (isAttachmentKind(kind)) checkAttachment(context, kind, value, at);
  else if (format === "LOCATION") location.check(context, value, at);
  else requiredAt(objectOf(value), "product_retailer_id", at);
}

/** Checks the header's parameter. Every message sends what its header shows: the sample of the template is not used. */
export function checkTemplateHeader(
  context: SendContext,
  header: JsonObject | undefined,
  sent: SentComponent | undefined,
): void {
  if (header === undefined) {
    if (sent !== undefined && sent.parameters.length > 0) {
      throw messageError("templateParameters", "header: the template has no header");
    }
    return;
  }
  const format = upperOf(header.format ?? "TEXT");
  const parameter = sent?.parameters[0];
  const received = parameter === undefined ? "UNKNOWN" : upperOf(parameter.type);
  const isText = format === "TEXT";
  if (isText && (parameter === undefined || ["TEXT", "CURRENCY", "DATE_TIME"].includes(received))) {
    checkTextParameters(String(header.text ?? ""), sent, { place: "header", max: LIMITS.header });
    return;
  }
  const fits = received === format || (format === "GIF" && received === "VIDEO");
  // Recorded: "header: Format mismatch, expected IMAGE, received UNKNOWN", for a message without a header.
  if (!fits || sent === undefined || parameter === undefined) {
    throw messageError("parameterFormat", `header: Format mismatch, expected ${format}, received ${received}`);
  }
  checkObject(context, format, parameter, parameterPath(sent, 0));
}
