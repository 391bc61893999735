import { MycobotError } from "../../errors/index.ts";
import type { AccountCall, Gateway, UnreadableTemplate, WireTemplate } from "../../gateway/index.ts";
import type { TemplateDeclaration } from "../../stack/types.ts";
import type { Context } from "../context.ts";
import { counted } from "../output/phrases.ts";
import { showProgress } from "../output/progress.ts";
import { visibleLine } from "../output/visible.ts";

export interface TemplateFilters {
  status?: string | undefined;
  name?: string | undefined;
  language?: string | undefined;
  category?: string | undefined;
}

export interface CollectedTemplates {
  templates: WireTemplate[];
  /** The account has more than the limit. */
  more: boolean;
  /** Elements of the list that cannot be read as templates. They are omitted, so the list may be incomplete. */
  unreadable: UnreadableTemplate[];
}

const PAGE_SIZE = 100;

function queryOf(filters: TemplateFilters): { [Name in keyof TemplateFilters]: string } {
  const { status, name, language, category } = filters;
  return {
    ...(status === undefined ? {} : { status: status.toUpperCase() }),
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(category === undefined ? {} : { category: category.toUpperCase() }),
  };
}

/** Templates of the account, at most `limit`. Names match as a whole; WhatsApp's own filter may match parts of names. */
export async function collectTemplates(
  gateway: Gateway,
  account: AccountCall,
  filters: TemplateFilters,
  limit: number,
  context: Context,
): Promise<CollectedTemplates> {
  const templates: WireTemplate[] = [];
  const unreadable: UnreadableTemplate[] = [];
  const call = { ...account, ...queryOf(filters), limit: Math.min(PAGE_SIZE, limit + 1) };
  let shown = false;
  try {
    for await (const page of gateway.templates.pages(call)) {
      unreadable.push(...page.unreadable);
      for (const template of page.templates) {
        if (filters.name !== undefined && template.name !== filters.name) continue;
        if (templates.length === limit) return { templates, more: true, unreadable };
        templates.push(template);
      }
      if (page.nextCursor !== undefined) {
        showProgress(context, `${counted(templates.length, "template")} ...`);
        shown = true;
      }
    }
    return { templates, more: false, unreadable };
  } finally {
    if (shown) showProgress(context, "");
  }
}

/**
 * The languages of a template, or one of them: at least one.
 * @throws MYCO_TEMPLATE_UNKNOWN, which lists the existing languages
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
  const matching = templates.filter((template) => language === undefined || template.language === language);
  if (matching.length > 0) return matching;
  const others = templates.map((template) => template.language).join(", ");
  throw new MycobotError(
    "MYCO_TEMPLATE_UNKNOWN",
    others === ""
      ? `The account has no template ${JSON.stringify(name)}.`
      : `The template ${name} has no language ${JSON.stringify(language)}. Available: ${others}.`,
    { hint: others === "" ? "`mycobot template list` lists the templates." : "Specify an available language." },
  );
}

/** `order_shipped en cannot be read: data[3] has no "id"` */
export function unreadableText({ id, name, language, reason }: UnreadableTemplate): string {
  const known = [name ?? (id === undefined ? "a template" : `the template ${id}`), language];
  return `${known.filter((each) => each !== undefined).join(" ")} cannot be read: ${reason}`;
}

/** Warns about omitted templates. */
export function noteUnreadable(unreadable: readonly UnreadableTemplate[], context: Context): void {
  for (const each of unreadable) context.note(`warning: ${visibleLine(unreadableText(each))}. It was omitted.`);
}

/** A declared template and its counterpart in the account. */
interface PairedTemplate {
  declared: TemplateDeclaration;
  /** Undefined if it is not created. */
  observed: WireTemplate | undefined;
}

export interface PairedTemplates {
  pairs: PairedTemplate[];
  /** Templates of the account that are not declared. */
  unmanaged: WireTemplate[];
}

function identity({ name, language }: { name: string; language: string }): string {
  return `${name} ${language}`;
}

/** Pairs declared templates with those of the account by name and language, ignoring templates under deletion. */
export function pairTemplates(
  declarations: readonly TemplateDeclaration[],
  observed: readonly WireTemplate[],
): PairedTemplates {
  const present = new Map(observed.filter(({ status }) => status !== "DELETED").map((each) => [identity(each), each]));
  const pairs = declarations.map((declared) => ({ declared, observed: present.get(identity(declared.body)) }));
  const managed = new Set(pairs.map((pair) => pair.observed));
  return { pairs, unmanaged: observed.filter((each) => !managed.has(each)) };
}
