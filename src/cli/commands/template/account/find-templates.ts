import { MycobotError } from "../../../../errors/index.ts";
import { type AccountCall, type Gateway, isGenerated, type WireTemplate } from "../../../../gateway/index.ts";
import { collectTemplates, noteUnreadable } from "../../../account/collect-templates.ts";
import type { Context } from "../../../context.ts";

/**
 * The languages of a template, or one of them: at least one.
 * @throws MYCO_TEMPLATE_UNKNOWN, naming the languages there are
 */
export async function findTemplates(
  gateway: Gateway,
  account: AccountCall,
  name: string,
  language: string | undefined,
  context: Context,
): Promise<WireTemplate[]> {
  const found = await collectTemplates(gateway, account, { name }, Number.POSITIVE_INFINITY, context);
  const { templates } = found;
  noteUnreadable(found.unreadable, context);
  const wanted = templates.filter((template) => language === undefined || template.language === language);
  if (wanted.length > 0) return wanted;
  const others = templates.map((template) => template.language).join(", ");
  throw new MycobotError(
    "MYCO_TEMPLATE_UNKNOWN",
    others === ""
      ? `The account has no template ${JSON.stringify(name)}.`
      : `The template ${name} has no language ${JSON.stringify(language)}: it has ${others}.`,
    { hint: others === "" ? "See `mycobot template list`." : "Give one of these." },
  );
}

/** @throws MYCO_TEMPLATE_GENERATED for one that WhatsApp made itself; `what` it would be refused: "edited" */
export function refuseGenerated(template: WireTemplate, what: "edited" | "deleted"): void {
  if (!isGenerated(template)) return;
  const { name, language } = template;
  throw new MycobotError(
    "MYCO_TEMPLATE_GENERATED",
    `WhatsApp generated the template ${name} ${language} (Direct Send): it cannot be ${what}`,
    { hint: "Leave it to WhatsApp; for content of your own create a template under another name." },
  );
}
