import type { ProxyCall, WireTemplate } from "../../../../gateway/index.ts";
import type { Context } from "../../../context.ts";
import type { Target } from "../../../target/target.ts";
import { UsageError } from "../../../usage-error.ts";
import { findTemplates, refuseGenerated } from "./find-templates.ts";

interface Wanted {
  name: string;
  language: string;
  id: string | undefined;
}

/** The template that a file is meant for. @throws MYCO_TEMPLATE_UNKNOWN, UsageError when an id belongs to another one */
export async function findForEdit(
  { gateway, account, proxy }: Target,
  { name, language, id }: Wanted,
  context: Context,
): Promise<{ call: ProxyCall; present: WireTemplate }> {
  if (id === undefined) {
    const call = await account();
    const [present] = await findTemplates(gateway, call, name, language, context);
    // findTemplates gives at least one.
    return { call, present: editable(present as WireTemplate) };
  }
  const call = await proxy();
  const present = await gateway.templates.get({ ...call, templateId: id });
  if (present.name === name && present.language === language) return { call, present: editable(present) };
  throw new UsageError(
    `${id} is ${present.name} ${present.language}, the file is ${name} ${language}.`,
    "An edit changes neither name nor language: check --id.",
  );
}

function editable(template: WireTemplate): WireTemplate {
  refuseGenerated(template, "edited");
  return template;
}
