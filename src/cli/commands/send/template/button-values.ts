import { type ButtonValue, buttonKind, TEMPLATE_BUTTONS, type TemplateBody } from "../../../../model/template/index.ts";
import { field, isObject } from "../../../../model/text/index.ts";
import { UsageError } from "../../../usage-error.ts";
import type { ButtonFlag } from "./button-flag.ts";

const FLAGS = new Set(TEMPLATE_BUTTONS.flatMap(({ send }) => send?.fill?.flag ?? []));

/** The kind of value of a button that is not known. */
const DEFAULT_KIND = "url";

/**
 * The values of `--button`, each of the kind that it names or that the template's button takes.
 * @throws UsageError for an unknown KIND
 */
export function buttonValues(flags: readonly ButtonFlag[], template: TemplateBody | undefined): ButtonValue[] {
  const types = buttonTypes(template);
  return flags.map(({ index, kind, value }) => {
    const own = buttonKind(String(types[index]).toUpperCase())?.send?.fill?.flag?.kind;
    const flag = [...FLAGS].find((each) => each.kind === (kind ?? own ?? DEFAULT_KIND));
    if (flag === undefined) {
      const kinds = [...FLAGS].map((each) => each.kind).join(", ");
      throw new UsageError(`Unknown KIND in --button ${index}:${kind}=….`, `KIND is one of ${kinds}.`);
    }
    return flag.value(index, value);
  });
}

function buttonTypes(template: TemplateBody | undefined): unknown[] {
  const component = template?.components?.find(({ type }) => type.toUpperCase() === "BUTTONS");
  const buttons: unknown = component?.buttons;
  return Array.isArray(buttons) ? buttons.map((button) => (isObject(button) ? field(button, "type") : undefined)) : [];
}
