import { z } from "zod";
import { flag, shown, text } from "./scalars.ts";

export const NAME_PREFIX = /^[a-z0-9_]*$/;

const PERCENTAGE = /^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/;
const LIMIT = "is a whole number from 0, or a percentage from 0% to 100% such as 10%";

/** Not z.int(): a union tells what is wrong with a value that one of its types has, and 1.5 has none for it. */
const limit = z.number().min(0, { error: LIMIT }).multipleOf(1, { error: LIMIT }).meta({ type: "integer" });

function protect(description: string) {
  return flag({ description, example: true });
}

function onRemove(description: string) {
  return shown(z.enum(["delete", "retain"]), { description, example: "retain" });
}

/** What a template may say differently. */
export const removal = {
  protect: protect("Pulumi's protect for this template, whatever `settings.protect` says.").optional(),
  onRemove: onRemove(
    "What leaving the file, or destroy, does to this template, whatever `settings.onRemove` says.",
  ).optional(),
};

export const settings = shown(
  z.strictObject({
    namePrefix: shown(z.string().regex(NAME_PREFIX, { error: "a prefix is made of a-z, 0-9 and _" }), {
      description: "Stands before every remote template name.",
      example: "dev_",
      pattern: NAME_PREFIX.source,
    }).optional(),
    onRemove: onRemove(
      "What leaving the file, or destroy, does to a template in the account. Default: delete.",
    ).optional(),
    protect: protect("Pulumi's protect: nothing is deleted while it is on. Default: false.").optional(),
    adopt: shown(z.enum(["matching", "always", "never"]), {
      description:
        "Templates that the account has already: take over equal ones (matching, the default), all (always), none (never).",
      example: "matching",
    }).optional(),
    maxDeletes: shown(z.union([limit, z.string().regex(PERCENTAGE, { error: LIMIT })]), {
      description:
        "`pulumi preview` and `up` refuse to delete more templates: a whole number, or a share of the managed ones such as 10%, rounded down. 0 allows none; removals with `onRemove: retain` and `destroy` do not count. Default: 10.",
      example: "10%",
    }).optional(),
    allowEmpty: flag({
      description: "Lets a file without templates pass, which deletes all of them. Default: false.",
      example: false,
    }).optional(),
  }),
  { description: "How this environment is managed.", example: { namePrefix: "dev_", protect: false } },
);

export const accepted = shown(
  z.strictObject({
    digest: text({
      description: "The digest of the content that is accepted, as `adopt` wrote it.",
      example: "0d4a1f2b3c4d5e6f",
      maxLength: 16,
    }),
    reason: text({ description: "Why it is accepted.", example: "exists in the account already" }),
  }),
  {
    description:
      "Written by `adopt`: exists already although it breaks today's creation rules. An edit of the content ends it.",
    example: { digest: "0d4a1f2b3c4d5e6f", reason: "exists in the account already" },
  },
);
