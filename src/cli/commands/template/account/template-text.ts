import type { WireTemplate } from "../../../../gateway/index.ts";
import { qualityOf } from "../../../account/template-cells.ts";
import type { Context } from "../../../context.ts";
import { fieldLines } from "../../../output/fields.ts";
import { visibleLine } from "../../../output/visible.ts";
import { componentText } from "./components-text.ts";

type Screen = Pick<Context, "paint" | "width">;

/** One language of a template: its fields, then its components. */
export function templateText(template: WireTemplate, { paint, width }: Screen): string {
  const { id, name, language, status, category, rejected_reason, last_updated_time } = template;
  const { parameter_format, previous_category, correct_category, message_send_ttl_seconds, components = [] } = template;
  const fields: [string, string | undefined][] = [
    ["id", id],
    ["status", status],
    ["rejected for", rejected_reason === "NONE" ? undefined : rejected_reason],
    ["category", category],
    ["was", previous_category],
    ["becomes", correct_category === category ? undefined : correct_category],
    ["quality", qualityOf(template)],
    ["parameters", parameter_format],
    ["lives for", message_send_ttl_seconds === undefined ? undefined : `${message_send_ttl_seconds} s`],
    ["changed", last_updated_time],
    ...components.map((component): [string, string] => [component.type.toLowerCase(), componentText(component)]),
  ];
  const title = paint("bold", `${visibleLine(name)} ${visibleLine(language)}`);
  return `${title}\n${fieldLines(fields, width - 2, paint).replace(/^/gm, "  ")}`;
}
