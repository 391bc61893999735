import { defineResource, type ResourceHandlers } from "../define-resource.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { checkProfile } from "./check.ts";
import { diffProfile } from "./diff.ts";
import { readProfile } from "./read.ts";
import { labelOf } from "./state.ts";
import { createProfile, deleteProfile, updateProfile } from "./write.ts";

/** The handlers of a BusinessProfile resource, over one run's runtime. */
export function profileHandlers(runtime: ProviderRuntime): ResourceHandlers {
  return defineResource(
    {
      label: labelOf,
      check: checkProfile,
      diff: diffProfile,
      create: createProfile,
      read: readProfile,
      update: updateProfile,
      delete: deleteProfile,
    },
    runtime,
  );
}
