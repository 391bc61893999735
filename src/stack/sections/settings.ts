import { z } from "zod";
import {
  ADOPT_POLICIES,
  type AdoptPolicy,
  DEFAULT_ADOPT,
  DEFAULT_TEMPLATE_REMOVAL,
  TEMPLATE_REMOVALS,
} from "../../model/policies.ts";
import { flag, shown } from "../shape/schema.ts";
import { child, choiceOf, flagOf, isScalar, type LocatedMap, textOf } from "../source/located.ts";
import type { StackSettings } from "../types.ts";

export const NAME_PREFIX = /^[a-z0-9_]*$/;

/** Defaults. More deletions in one run are more often a mistake than intended. */
const DEFAULTS: StackSettings = {
  namePrefix: "",
  onRemove: DEFAULT_TEMPLATE_REMOVAL,
  protect: false,
  adopt: DEFAULT_ADOPT,
  allowEmpty: false,
  maxDeletes: 10,
};

const PERCENTAGE = /^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/;
const LIMIT = "must be a whole number from 0, or a percentage from 0% to 100% such as 10%";

/** Not z.int(): the error of a union needs a type that 1.5 has. */
const limit = z.number().min(0, { error: LIMIT }).multipleOf(1, { error: LIMIT }).meta({ type: "integer" });

const ADOPT_MEANINGS: Readonly<Record<AdoptPolicy, string>> = {
  matching: "equal ones",
  always: "all",
  never: "none",
};

function protect(description: string) {
  return flag({ description, example: true });
}

function onRemove(description: string) {
  return shown(z.enum(TEMPLATE_REMOVALS), { description, example: "retain" });
}

/** Settings that a template may override. */
export const removal = {
  protect: protect("Pulumi's protect for this template. Overrides `settings.protect`.").optional(),
  onRemove: onRemove(
    "What happens to this template when it leaves the file, or on destroy. Overrides `settings.onRemove`.",
  ).optional(),
};

export const settings = shown(
  z.strictObject({
    namePrefix: shown(z.string().regex(NAME_PREFIX, { error: "a prefix consists of a-z, 0-9 and _" }), {
      description: "The prefix of every remote template name.",
      example: "dev_",
      pattern: NAME_PREFIX.source,
    }).optional(),
    onRemove: onRemove(
      `What happens to a template in the account when it leaves the file, or on destroy. Default: ${DEFAULTS.onRemove}.`,
    ).optional(),
    protect: protect(`Pulumi's protect: while it is on, nothing is deleted. Default: ${DEFAULTS.protect}.`).optional(),
    adopt: shown(z.enum(ADOPT_POLICIES), {
      description: `Which existing templates of the account are taken over: ${ADOPT_POLICIES.map((policy) => `${ADOPT_MEANINGS[policy]} (${policy})`).join(", ")}. Default: ${DEFAULTS.adopt}.`,
      example: DEFAULTS.adopt,
    }).optional(),
    maxDeletes: shown(z.union([limit, z.string().regex(PERCENTAGE, { error: LIMIT })]), {
      description: `\`pulumi preview\` and \`up\` refuse to delete more templates: a whole number, or a share of the managed ones such as 10%, rounded down. 0 allows none; removals with \`onRemove: retain\` and \`destroy\` do not count. Default: ${DEFAULTS.maxDeletes}.`,
      example: "10%",
    }).optional(),
    allowEmpty: flag({
      description: `Accepts a file without templates, which deletes all of them. Default: ${DEFAULTS.allowEmpty}.`,
      example: false,
    }).optional(),
  }),
  { description: "How this environment is managed.", example: { namePrefix: "dev_", protect: false } },
);

/** Settings with their defaults. A value of the wrong shape counts as absent: it is already an error. */
export function declareSettings(tree: LocatedMap): StackSettings {
  const node = child(tree, "settings");
  const maxDeletes = child(node, "maxDeletes");
  const deletes = isScalar(maxDeletes) ? maxDeletes.value : undefined;
  return {
    namePrefix: textOf(child(node, "namePrefix")) ?? DEFAULTS.namePrefix,
    onRemove: choiceOf(node, "onRemove", TEMPLATE_REMOVALS) ?? DEFAULTS.onRemove,
    protect: flagOf(node, "protect") ?? DEFAULTS.protect,
    adopt: choiceOf(node, "adopt", ADOPT_POLICIES) ?? DEFAULTS.adopt,
    allowEmpty: flagOf(node, "allowEmpty") ?? DEFAULTS.allowEmpty,
    maxDeletes: typeof deletes === "number" || typeof deletes === "string" ? deletes : DEFAULTS.maxDeletes,
  };
}
