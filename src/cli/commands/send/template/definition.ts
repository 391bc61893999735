import { MycobotError } from "../../../../errors/index.ts";
import type { TemplateBody } from "../../../../model/template/index.ts";
import type { Stack, TemplateDeclaration } from "../../../../stack/types.ts";
import type { Context } from "../../../context.ts";
import { findWaba } from "../../../target/ids.ts";
import type { Target } from "../../../target/target.ts";
import { findTemplates } from "../../template/account/find-templates.ts";

export interface NamedTemplate {
  name: string;
  language: string;
}

/** By the name in the account; else by the key in the file, which stands for its present version. */
function declarationsOf(stack: Stack, name: string): TemplateDeclaration[] {
  const named = stack.templates.filter(({ body }) => body.name === name);
  return named.length > 0 ? named : stack.templates.filter(({ key, previous }) => key === name && !previous);
}

/** @throws MYCO_TEMPLATE_UNKNOWN, for a template that the stack has in other languages only */
export function declaredTemplate(
  stack: Stack | undefined,
  { name, language }: NamedTemplate,
): TemplateBody | undefined {
  if (stack === undefined) return undefined;
  const declared = declarationsOf(stack, name).map(({ body }) => body);
  const body = declared.find((each) => each.language === language);
  if (body !== undefined || declared.length === 0) return body;
  const others = declared.map((each) => each.language).join(", ");
  throw new MycobotError(
    "MYCO_TEMPLATE_UNKNOWN",
    `The template ${name} of the stack ${stack.name} has no language ${JSON.stringify(language)}: it has ${others}.`,
    { hint: "Give --language with one of these." },
  );
}

/**
 * The template as the account has it; undefined, with a note why, where nobody can be asked.
 * @throws MYCO_TEMPLATE_UNKNOWN
 */
export async function accountTemplate(
  target: Target,
  { name, language }: NamedTemplate,
  flags: { dryRun?: boolean | undefined },
  context: Context,
): Promise<TemplateBody | undefined> {
  if (flags.dryRun === true || findWaba(target.sources) === undefined) {
    const { stack } = target;
    const why =
      stack !== undefined
        ? `the stack ${stack.name} does not declare it`
        : flags.dryRun === true
          ? "a dry run asks nobody; --stack gives it"
          : "--waba or --stack gives it";
    context.note(`note: the parameters are not compared with the template itself (${why}).`);
    return undefined;
  }
  const [template] = await findTemplates(target.gateway, await target.account(), name, language, context);
  if (template !== undefined && template.status !== "APPROVED") {
    context.note(`warning: ${name} ${language} is ${template.status}; WhatsApp sends only what is APPROVED.`);
  }
  return template;
}
