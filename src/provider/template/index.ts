import { defineResource, type ResourceHandlers } from "../define-resource.ts";
import type { Run } from "../run.ts";
import { checkTemplate } from "./check.ts";
import { createTemplate } from "./create.ts";
import { deleteTemplate } from "./delete.ts";
import { diffTemplate } from "./diff.ts";
import { readTemplate } from "./read.ts";
import { labelOf } from "./state.ts";
import { updateTemplate } from "./update.ts";

/** The handlers of a Template resource. */
export function templateHandlers(run: Run): ResourceHandlers {
  return defineResource(
    {
      label: labelOf,
      check: checkTemplate,
      diff: diffTemplate,
      create: createTemplate,
      read: readTemplate,
      update: updateTemplate,
      delete: deleteTemplate,
    },
    run,
  );
}
