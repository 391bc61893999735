import { requiredAt, within } from "../../graph/shape.ts";
import { type JsonObject, objectOf, upperOf } from "../../json.ts";
import { MESSAGE_LIMITS } from "../../tables/message-limits.ts";
import { checkLocation } from "../kinds/location.ts";
import { checkMediaObject, isMediaKind } from "../media-object.ts";
import { messageError } from "../message-error.ts";
import type { SendContext } from "../send-context.ts";
import { parameterPath, type SentComponent } from "./components.ts";
import { checkTextParameters } from "./text-parameters.ts";

function checkObject(context: SendContext, format: string, parameter: JsonObject, path: string): void {
  const type = upperOf(parameter.type).toLowerCase();
  const value = requiredAt(parameter, type, path);
  const at = within(path, type);
  // A GIF is a video to the sender.
  const kind = type === "gif" ? "video" : type;
  if (isMediaKind(kind)) checkMediaObject(context, kind, value, at);
  else if (format === "LOCATION") checkLocation(value, at);
  else requiredAt(objectOf(value), "product_retailer_id", at);
}

/** The header's parameter: what it shows is sent every time, the sample of the template is not used. */
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
    checkTextParameters(String(header.text ?? ""), sent, { place: "header", most: MESSAGE_LIMITS.templateHeader });
    return;
  }
  const fits = received === format || (format === "GIF" && received === "VIDEO");
  // Recorded: "header: Format mismatch, expected IMAGE, received UNKNOWN", when no header is sent at all.
  if (!fits || sent === undefined || parameter === undefined) {
    throw messageError("parameterFormat", `header: Format mismatch, expected ${format}, received ${received}`);
  }
  checkObject(context, format, parameter, parameterPath(sent, 0));
}
