import { InvalidArgumentError } from "commander";
import { type ButtonValue, buttonKind, TEMPLATE_BUTTONS, type TemplateBody } from "../../../../model/template/index.ts";
import { field, isObject } from "../../../../model/text/index.ts";
import { UsageError } from "../../../usage-error.ts";

/** `--button INDEX=VALUE` or `INDEX:KIND=VALUE`. */
export interface ButtonFlag {
  index: number;
  kind: string | undefined;
  value: string;
}

const FLAGS = [...new Set(TEMPLATE_BUTTONS.flatMap(({ send }) => send?.fill?.flag ?? []))];

/** Values of KIND. */
export const BUTTON_FLAG_KINDS: readonly string[] = FLAGS.map(({ kind }) => kind);

/** The KIND of a button that is not known. */
const DEFAULT_BUTTON_KIND = "url";

/** A repeatable `--button`. */
export function buttonFlags(text: string, before: ButtonFlag[] | undefined): ButtonFlag[] {
  const [, index, kind, value = ""] = /^(\d)(?::([a-z_]+))?=(.*)$/s.exec(text) ?? [];
  if (index === undefined) throw new InvalidArgumentError("Expected INDEX=VALUE or INDEX:KIND=VALUE.");
  return [...(before ?? []), { index: Number(index), kind, value }];
}

/**
 * The values of `--button`, each of the KIND given or of the kind of the template's button.
 * @throws UsageError for an unknown KIND
 */
export function buttonValues(flags: readonly ButtonFlag[], template: TemplateBody | undefined): ButtonValue[] {
  const types = buttonTypes(template);
  return flags.map(({ index, kind, value }) => {
    const own = buttonKind(String(types[index]).toUpperCase())?.send?.fill?.flag?.kind;
    const flag = FLAGS.find((each) => each.kind === (kind ?? own ?? DEFAULT_BUTTON_KIND));
    if (flag !== undefined) return flag.value(index, value);
    throw new UsageError(
      `Unknown KIND in --button ${index}:${kind}=….`,
      `KIND must be one of ${BUTTON_FLAG_KINDS.join(", ")}.`,
    );
  });
}

function buttonTypes(template: TemplateBody | undefined): unknown[] {
  const component = template?.components?.find(({ type }) => type.toUpperCase() === "BUTTONS");
  const buttons: unknown = component?.buttons;
  return Array.isArray(buttons) ? buttons.map((button) => (isObject(button) ? field(button, "type") : undefined)) : [];
}
