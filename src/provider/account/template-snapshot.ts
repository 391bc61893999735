import type { WireTemplate } from "../../gateway/index.ts";

/** The fields that a run reads for each template. */
export const SNAPSHOT_FIELDS = [
  "id",
  "name",
  "language",
  "status",
  "category",
  "previous_category",
  "sub_category",
  "parameter_format",
  "components",
  "message_send_ttl_seconds",
  "cta_url_link_tracking_opted_out",
  "library_template_name",
  "quality_score",
  "rejected_reason",
  "source",
] as const;

/** Templates per page: the largest size in common use. */
export const PAGE_SIZE = 100;

/** Some reads still return deleted templates, with this status. */
export const DELETED = "DELETED";

function identity(name: string, language: string): string {
  return `${name}/${language}`;
}

/** The account's templates: listed once per run, updated by our own writes. */
export class TemplateSnapshot {
  readonly #byIdentity = new Map<string, WireTemplate>();
  readonly #byId = new Map<string, WireTemplate>();
  /** Why the list may be incomplete; undefined if it is complete. */
  readonly doubt: string | undefined;

  /** `unreadable`: names of list entries that cannot be read. */
  constructor(templates: Iterable<WireTemplate>, total: number | undefined, unreadable: readonly string[] = []) {
    for (const template of templates) this.put(template);
    const listed = this.#byId.size;
    if (listed === 0) this.doubt = "WhatsApp lists no templates for this account";
    else if (unreadable.length > 0)
      this.doubt = `WhatsApp's list contains entries that cannot be read: ${unreadable.join(", ")}`;
    else if (total !== undefined && listed < total) {
      this.doubt = `WhatsApp listed ${listed} templates but reports a total of ${total}`;
    }
  }

  /** How many templates the account has, as far as the list is complete. */
  get size(): number {
    return [...this.#byId.values()].filter(({ status }) => status !== DELETED).length;
  }

  find(name: string, language: string): WireTemplate | undefined {
    const known = this.#byIdentity.get(identity(name, language));
    return known?.status === DELETED ? undefined : known;
  }

  /** The same name in other languages. */
  siblings(name: string, language: string): WireTemplate[] {
    return [...this.#byIdentity.values()].filter(
      (other) => other.name === name && other.language !== language && other.status !== DELETED,
    );
  }

  put(template: WireTemplate): void {
    this.#byIdentity.set(identity(template.name, template.language), template);
    this.#byId.set(template.id, template);
  }

  remove(name: string, language: string): void {
    const known = this.#byIdentity.get(identity(name, language));
    this.#byIdentity.delete(identity(name, language));
    if (known !== undefined) this.#byId.delete(known.id);
  }
}
