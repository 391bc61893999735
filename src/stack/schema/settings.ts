import { z } from "zod";
import { flag, shown, text } from "./scalars.ts";

export const NAME_PREFIX = /^[a-z0-9_]*$/;

export const settings = shown(
  z.strictObject({
    namePrefix: shown(z.string().regex(NAME_PREFIX, { error: "a prefix is made of a-z, 0-9 and _" }), {
      description: "Stands before every remote template name.",
      example: "dev_",
      pattern: NAME_PREFIX.source,
    }).optional(),
    onRemove: shown(z.enum(["delete", "retain"]), {
      description: "What leaving the file, or destroy, does to a template in the account. Default: delete.",
      example: "retain",
    }).optional(),
    protect: flag({
      description: "Pulumi's protect: nothing is deleted while it is on. Default: false.",
      example: true,
    }).optional(),
    adopt: shown(z.enum(["matching", "always", "never"]), {
      description:
        "Templates that the account has already: take over equal ones (matching, the default), all (always), none (never).",
      example: "matching",
    }).optional(),
    maxDeletes: shown(
      z.union([
        z.int().min(0, { error: "is 0 or more" }),
        z.string().regex(/^\d+(\.\d+)?%$/, { error: "is a number, or a percentage such as 10%" }),
      ]),
      {
        description: "Report and verify-plan refuse a plan that deletes more: a number, or a share such as 10%.",
        example: "10%",
      },
    ).optional(),
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
