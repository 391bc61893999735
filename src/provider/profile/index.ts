import { asHandler } from "../handler-error.ts";
import type { CheckResult, DiffResult, ReadResult } from "../handler-results.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { type Bag, toWire, withProvider } from "../wire.ts";
import { checkProfile } from "./check.ts";
import { diffProfile } from "./diff.ts";
import { readProfile } from "./read.ts";
import { inputsOf, labelOf } from "./state.ts";
import { createProfile, deleteProfile, updateProfile } from "./write.ts";

/** The six handlers of a BusinessProfile resource, over one run's runtime. */
export function profileHandlers(runtime: ProviderRuntime) {
  return {
    check: (olds: Bag, news: Bag): Promise<CheckResult> =>
      asHandler(labelOf(news), () => {
        runtime.claims.add("profile", inputsOf(news).phone);
        return checkProfile(olds, news);
      }),
    diff: (id: string, olds: Bag, news: Bag): Promise<DiffResult> =>
      asHandler(labelOf(news), () => diffProfile(id, olds, news)),
    create: (inputs: Bag) =>
      asHandler(labelOf(inputs), async () => {
        const { id, outs } = await createProfile(inputs, runtime);
        return { id, outs: toWire(outs) };
      }),
    read: (_id: string, props: Bag): Promise<ReadResult> =>
      asHandler(labelOf(props), async () => {
        const { id, props: outs, inputs } = await readProfile(props, runtime);
        return { id, props: withProvider(toWire(outs), props), inputs: withProvider(toWire(inputs), props) };
      }),
    update: (_id: string, olds: Bag, news: Bag) =>
      asHandler(labelOf(news), async () => ({ outs: toWire((await updateProfile(olds, news, runtime)).outs) })),
    delete: (_id: string, props: Bag): Promise<void> => asHandler(labelOf(props), () => deleteProfile(props, runtime)),
  };
}
