import type { Issue } from "../../../../model/issue.ts";
import {
  checkTemplateParameters,
  type TemplateArguments,
  type TemplateComponentParameters,
  type TemplateMessage,
  templateMessage,
  type VariableValues,
} from "../../../../model/message/index.ts";
import { type TemplateBody, templateVariables } from "../../../../model/template/index.ts";
import type { Context } from "../../../context.ts";
import type { Target } from "../../../target/target.ts";
import { UsageError } from "../../../usage-error.ts";
import { placeholderId } from "../../media/local-media.ts";
import { type AddresseeFlags, addresseeOf } from "../outgoing/addressee.ts";
import type { Draft, IdOf, SettledDraft } from "../outgoing/draft.ts";
import type { Pair } from "../outgoing/pair.ts";
import { readList } from "../outgoing/read-data.ts";
import type { ButtonFlag } from "./button-flag.ts";
import { buttonValues } from "./button-values.ts";
import { accountTemplate, declaredTemplate } from "./definition.ts";
import { headerArgument, type TemplateHeaderFlags, templateHeader } from "./header-flags.ts";

export interface TemplateFlags extends AddresseeFlags, TemplateHeaderFlags {
  language: string;
  body?: string[] | undefined;
  param?: Pair[] | undefined;
  button?: ButtonFlag[] | undefined;
  offerEnds?: number | undefined;
  data?: string | undefined;
  dryRun?: boolean | undefined;
  validate: boolean;
}

interface Values {
  header: VariableValues | undefined;
  body: VariableValues | undefined;
}

/** Named values go to the part of the template that has a variable of that name; to the body where nothing is known. */
function namedValues(param: readonly Pair[], template: TemplateBody | undefined): Values {
  const ofHeader = template === undefined ? [] : templateVariables(template).header;
  const values = (inHeader: boolean) => {
    const own = param.filter(({ name }) => ofHeader.includes(name) === inHeader);
    return own.length === 0 ? undefined : Object.fromEntries(own.map(({ name, value }) => [name, value]));
  };
  return { header: values(true), body: values(false) };
}

const HOW_TO_GIVE =
  "Give --body VALUE for {{1}}, {{2}} in their order, --param NAME=VALUE for names, --header VALUE, --button INDEX=VALUE.";

/** What is missing, with the options that give it. */
function inOptions(issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => (issue.code === "parameter-missing" ? { ...issue, hint: HOW_TO_GIVE } : issue));
}

/** A template message with its components as somebody wrote them; what is wrong with them, the check says. */
function withComponents(message: TemplateMessage, components: readonly TemplateComponentParameters[]): TemplateMessage {
  return { ...message, template: { ...message.template, components } };
}

/** `mycobot send template` as a draft: what the template itself wants is looked at once the rest is in order. */
export async function templateDraft(name: string, flags: TemplateFlags, context: Context): Promise<Draft> {
  const { language, body, param, button = [], offerEnds, data } = flags;
  if (body !== undefined && param !== undefined) {
    throw new UsageError("Variables have numbers or names, not both.", "Give --body for numbers, --param for names.");
  }
  const components =
    data === undefined
      ? undefined
      : await readList<TemplateComponentParameters>(data, "list of components", context.io);
  const header = templateHeader(flags, context);
  const whom = addresseeOf(flags);

  const messageBy = (template: TemplateBody | undefined) => (idOf: IdOf) => {
    const named = namedValues(param ?? [], template);
    const parts: TemplateArguments = {
      ...whom,
      name: template?.name ?? name,
      language,
      header: headerArgument(header, idOf, template) ?? named.header,
      body: body ?? named.body,
      buttons: buttonValues(button, template),
      offerEndsAtMs: offerEnds,
    };
    const message = templateMessage(parts);
    return components === undefined ? message : withComponents(message, components);
  };

  const settled = async (target: Target): Promise<SettledDraft> => {
    const wanted = { name, language };
    const declared = declaredTemplate(target.stack, wanted);
    const template = declared ?? (flags.validate ? await accountTemplate(target, wanted, flags, context) : undefined);
    const message = messageBy(template);
    const issues = template === undefined ? [] : checkTemplateParameters(message(placeholderId), template);
    return { message, issues: components === undefined ? inOptions(issues) : issues };
  };

  return { files: header.source.files, message: messageBy(undefined), settled };
}
