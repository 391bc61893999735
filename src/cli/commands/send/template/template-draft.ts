import { MycobotError } from "../../../../errors/index.ts";
import type { Issue } from "../../../../model/issue.ts";
import {
  checkTemplateParameters,
  type TemplateArguments,
  type TemplateComponentParameters,
  type TemplateMessage,
  templateMessage,
} from "../../../../model/message/index.ts";
import type { Stack, TemplateDeclaration } from "../../../../stack/types.ts";
import { findTemplates } from "../../../account/templates.ts";
import type { Context } from "../../../context.ts";
import type { Pair } from "../../../input/option-values.ts";
import { findWaba } from "../../../scope/ids.ts";
import type { Scope } from "../../../scope/scope.ts";
import { UsageError } from "../../../usage-error.ts";
import { placeholderId } from "../../media/local-media.ts";
import { readList } from "../outgoing/data.ts";
import { type AddresseeFlags, addresseeOf, type Draft, type SettledDraft } from "../outgoing/deliver.ts";
import type { IdOf } from "../outgoing/media-source.ts";
import { type ButtonFlag, buttonValues } from "./button-flag.ts";
import { headerArgument, type TemplateHeaderFlags, templateHeader } from "./header-flags.ts";
import { type KnownTemplate, missingIssues, missingVariables, namedValues, unknownIssues } from "./named-values.ts";

export interface TemplateFlags extends AddresseeFlags, TemplateHeaderFlags {
  language: string;
  body?: string[] | undefined;
  param?: Pair[] | undefined;
  button?: ButtonFlag[] | undefined;
  offerEnds?: number | undefined;
  data?: string | undefined;
  validate: boolean;
}

const PARAMETER_OPTIONS =
  "Specify --body VALUE for {{1}}, {{2}} in order, --param NAME=VALUE for named variables, --header VALUE, --button INDEX=VALUE.";

/** The issues, with the options that provide a missing parameter. */
function withOptionHints(issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => (issue.code === "parameter-missing" ? { ...issue, hint: PARAMETER_OPTIONS } : issue));
}

/** A template message with the components of `--data`, unchecked. */
function withComponents(message: TemplateMessage, components: readonly TemplateComponentParameters[]): TemplateMessage {
  return { ...message, template: { ...message.template, components } };
}

/** The draft of `mycobot send template`. Its parameters are checked against the template once the rest has passed its checks. */
export async function templateDraft(name: string, flags: TemplateFlags, context: Context): Promise<Draft> {
  const { language, body, param = [], button = [], offerEnds, data } = flags;
  if (body !== undefined && param.length > 0) {
    throw new UsageError(
      "--body and --param are mutually exclusive.",
      "Use --body for numbered variables, --param for named variables.",
    );
  }
  const components =
    data === undefined
      ? undefined
      : await readList<TemplateComponentParameters>(data, "list of components", context.io);
  const header = templateHeader(flags, context);
  const whom = addresseeOf(flags);

  const messageBy =
    (template: KnownTemplate | undefined, given: readonly Pair[] = param) =>
    (idOf: IdOf) => {
      const named = namedValues(given, template);
      // --header and --button take precedence over --param.
      const namedButtons = named.buttons.filter(({ index }) => button.every((each) => each.index !== index));
      const parts: TemplateArguments = {
        ...whom,
        name: template?.body.name ?? name,
        language,
        header: headerArgument(header, idOf, template?.body) ?? named.header,
        body: body ?? named.body,
        buttons: buttonValues([...button, ...namedButtons], template?.body),
        offerEndsAtMs: offerEnds,
      };
      const message = templateMessage(parts);
      return components === undefined ? message : withComponents(message, components);
    };

  /** What the template has and the options do not, or the other way around. */
  const issuesBy = (template: KnownTemplate): Issue[] => {
    if (components !== undefined) return checkTemplateParameters(messageBy(template)(placeholderId), template.body);
    const others = {
      header: header.source.text !== undefined,
      body: body !== undefined,
      buttons: button.map(({ index }) => index),
    };
    const missing = missingVariables(param, template, others);
    // Checked as if they were there: otherwise each of their places is an issue.
    const filled = [...param, ...[...missing.keys()].map((variable) => ({ name: variable, value: variable }))];
    const rest = checkTemplateParameters(messageBy(template, filled)(placeholderId), template.body);
    const issues = [...unknownIssues(param, template), ...missingIssues(missing), ...rest];
    // With missing values of other kinds, too, one hint for all of them.
    return rest.some(({ code }) => code === "parameter-missing") ? withOptionHints(issues) : issues;
  };

  const settled = async (scope: Scope): Promise<SettledDraft> => {
    const declared = declaredTemplate(scope.stack, name, language);
    const template = declared ?? (flags.validate ? await accountTemplate(scope, name, language, context) : undefined);
    return { message: messageBy(template), issues: template === undefined ? [] : issuesBy(template) };
  };

  return { files: header.source.files, message: messageBy(undefined), settled };
}

/** The declarations with this name in the account, or else the current version under this key of the stack file. */
function declarationsOf(stack: Stack, name: string): TemplateDeclaration[] {
  const named = stack.templates.filter(({ body }) => body.name === name);
  return named.length > 0 ? named : stack.templates.filter(({ key, previous }) => key === name && !previous);
}

/** @throws MYCO_TEMPLATE_UNKNOWN for a template that the stack declares in other languages only */
function declaredTemplate(stack: Stack | undefined, name: string, language: string): KnownTemplate | undefined {
  if (stack === undefined) return undefined;
  const declared = declarationsOf(stack, name);
  const own = declared.find(({ body }) => body.language === language);
  if (own !== undefined) return { body: own.body, buttonVariables: own.buttonVariables ?? [] };
  if (declared.length === 0) return undefined;
  const others = declared.map(({ body }) => body.language).join(", ");
  throw new MycobotError(
    "MYCO_TEMPLATE_UNKNOWN",
    `The template ${name} of the stack ${stack.name} has no language ${JSON.stringify(language)}. Available: ${others}.`,
    { hint: "Specify an available language with --language." },
  );
}

/**
 * The template in the account; undefined, with a note, if it cannot be read.
 * @throws MYCO_TEMPLATE_UNKNOWN
 */
async function accountTemplate(
  scope: Scope,
  name: string,
  language: string,
  context: Context,
): Promise<KnownTemplate | undefined> {
  if (scope.dryRun || findWaba(scope.sources) === undefined) {
    context.note(`note: the parameters were not checked against the template: ${uncheckedReason(scope)}.`);
    return undefined;
  }
  const [template] = await findTemplates(scope.gateway, await scope.account(), name, language, context);
  if (template !== undefined && template.status !== "APPROVED") {
    context.note(`warning: ${name} ${language} is ${template.status}; WhatsApp sends only APPROVED templates.`);
  }
  return template === undefined ? undefined : { body: template, buttonVariables: [] };
}

function uncheckedReason({ stack, dryRun }: Scope): string {
  if (stack !== undefined) return `the stack ${stack.name} does not declare it`;
  return dryRun ? "a dry run sends no request; specify --stack" : "specify --waba or --stack";
}
