import { asHandler } from "../handler-error.ts";
import type { CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult } from "../handler-results.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { type Bag, toWire, withProvider } from "../wire.ts";
import { checkTemplate } from "./check.ts";
import { createTemplate } from "./create.ts";
import { deleteTemplate } from "./delete.ts";
import { diffTemplate } from "./diff.ts";
import { readTemplate } from "./read.ts";
import { idOf, inputsOf, labelOf } from "./state.ts";
import { updateTemplate } from "./update.ts";

/** The six handlers of a Template resource, over one run's runtime. */
export function templateHandlers(runtime: ProviderRuntime) {
  return {
    check: (olds: Bag, news: Bag): Promise<CheckResult> =>
      asHandler(labelOf(news), () => {
        runtime.claims.add("template", idOf(inputsOf(news)));
        return checkTemplate(olds, news);
      }),
    diff: (id: string, olds: Bag, news: Bag): Promise<DiffResult> =>
      asHandler(labelOf(news), () => diffTemplate(id, olds, news)),
    create: (inputs: Bag): Promise<CreateResult> =>
      asHandler(labelOf(inputs), async () => {
        const { id, outs } = await createTemplate(inputs, runtime);
        return { id, outs: toWire(outs) };
      }),
    read: (_id: string, props: Bag): Promise<ReadResult> =>
      asHandler(labelOf(props), async () => {
        const found = await readTemplate(props, runtime);
        if (found.id === undefined) return {};
        return {
          id: found.id,
          props: withProvider(toWire(found.props), props),
          inputs: withProvider(toWire(found.inputs), props),
        };
      }),
    update: (_id: string, olds: Bag, news: Bag): Promise<UpdateResult> =>
      asHandler(labelOf(news), async () => ({ outs: toWire((await updateTemplate(olds, news, runtime)).outs) })),
    delete: (_id: string, props: Bag): Promise<void> => asHandler(labelOf(props), () => deleteTemplate(props, runtime)),
  };
}
