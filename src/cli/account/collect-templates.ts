import type { AccountCall, Gateway, UnreadableTemplate, WireTemplate } from "../../gateway/index.ts";
import type { Context } from "../context.ts";
import { counted } from "../output/plural.ts";
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
  /** There are more than the limit. */
  more: boolean;
  /** What the list has that is no template: left out, so what the account lacks is unknown. */
  unreadable: UnreadableTemplate[];
}

const PAGE = 100;

function given(filters: TemplateFilters): { [Name in keyof TemplateFilters]: string } {
  const { status, name, language, category } = filters;
  return {
    ...(status === undefined ? {} : { status: status.toUpperCase() }),
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(category === undefined ? {} : { category: category.toUpperCase() }),
  };
}

/** Templates of the account, at most `limit`. WhatsApp's name filter may match parts of names: only whole ones count here. */
export async function collectTemplates(
  gateway: Gateway,
  account: AccountCall,
  filters: TemplateFilters,
  limit: number,
  context: Context,
): Promise<CollectedTemplates> {
  const templates: WireTemplate[] = [];
  const unreadable: UnreadableTemplate[] = [];
  const call = { ...account, ...given(filters), limit: Math.min(PAGE, limit + 1) };
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

/** `order_shipped en cannot be read: data[3] has no "id"` */
export function unreadableText({ id, name, language, reason }: UnreadableTemplate): string {
  const known = [name ?? (id === undefined ? "a template" : `the template ${id}`), language];
  return `${known.filter((each) => each !== undefined).join(" ")} cannot be read: ${reason}`;
}

/** Tells which templates were left out. */
export function noteUnreadable(unreadable: readonly UnreadableTemplate[], context: Context): void {
  for (const each of unreadable) context.note(`warning: ${visibleLine(unreadableText(each))}. It was left out.`);
}
