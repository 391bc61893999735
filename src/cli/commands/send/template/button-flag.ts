import { InvalidArgumentError } from "commander";

import type { ButtonValue } from "../../../../model/message/index.ts";
import type { TemplateBody } from "../../../../model/template/index.ts";
import { field, isObject, rowOf } from "../../../../model/text/index.ts";

/** `--button INDEX=VALUE` or `INDEX:KIND=VALUE`. */
export interface ButtonFlag {
  index: number;
  kind: ButtonKind | undefined;
  value: string;
}

/** What a value of each kind becomes. */
const KINDS = {
  url: (index: number, url: string): ButtonValue => ({ index, url }),
  quick_reply: (index: number, payload: string): ButtonValue => ({ index, payload }),
  copy_code: (index: number, couponCode: string): ButtonValue => ({ index, couponCode }),
  flow: (index: number, token: string): ButtonValue => ({ index, flow: { token } }),
  catalog: (index: number, thumbnailProductId: string): ButtonValue => ({ index, catalog: { thumbnailProductId } }),
} as const;

type ButtonKind = keyof typeof KINDS;

const BUTTON_KINDS = Object.keys(KINDS);

/** The kind of value that a template's button takes, by the button's type. The code of an OTP button is sent like an address. */
const KIND_OF_TYPE: Readonly<Record<string, ButtonKind>> = {
  URL: "url",
  OTP: "url",
  QUICK_REPLY: "quick_reply",
  COPY_CODE: "copy_code",
  FLOW: "flow",
  CATALOG: "catalog",
};

function isKind(kind: string): kind is ButtonKind {
  return Object.hasOwn(KINDS, kind);
}

/** Collects `--button`. */
export function buttonFlags(text: string, before: ButtonFlag[] | undefined): ButtonFlag[] {
  const [, index, kind, value = ""] = /^(\d)(?::([a-z_]+))?=(.*)$/s.exec(text) ?? [];
  if (index === undefined) throw new InvalidArgumentError("It must look like INDEX=VALUE or INDEX:KIND=VALUE.");
  if (kind !== undefined && !isKind(kind)) throw new InvalidArgumentError(`KIND is one of ${BUTTON_KINDS.join(", ")}.`);
  return [...(before ?? []), { index: Number(index), kind, value }];
}

function buttonTypes(template: TemplateBody | undefined): unknown[] {
  const component = template?.components?.find(({ type }) => type.toUpperCase() === "BUTTONS");
  const buttons: unknown = component?.buttons;
  return Array.isArray(buttons) ? buttons.map((button) => (isObject(button) ? field(button, "type") : undefined)) : [];
}

/** The buttons' values as the template wants them; a button that nothing is known of takes the end of an address. */
export function buttonValues(flags: readonly ButtonFlag[], template: TemplateBody | undefined): ButtonValue[] {
  const types = buttonTypes(template);
  return flags.map(({ index, kind, value }) => {
    const known = rowOf(KIND_OF_TYPE, String(types[index]).toUpperCase());
    return KINDS[kind ?? known ?? "url"](index, value);
  });
}
