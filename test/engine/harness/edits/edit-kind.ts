/** What a run does to one template. */
export type Outcome =
  /** One edit. */
  | "in place"
  /** No difference. */
  | "nothing"
  /** A difference for the state, without a request for the template. */
  | "state only"
  /** An error of the preview; nothing is sent. */
  | "refused in preview"
  /** An error of `up`; nothing is sent. */
  | "refused in up"
  | "create refused"
  /** An error of `up`: WhatsApp refuses the edit, which only its own count can show. */
  | "refused by WhatsApp"
  | "created"
  /** Created in the state without a request for the template. */
  | "taken over"
  | "deleted"
  /** Deleted once the template of another name has taken its place in the state. */
  | "replaced"
  | "replacement";

/** One language in the short form, or a whole template, which has `languages`. */
export type Content = Record<string, unknown>;

/** What people or WhatsApp do to a template: a status, or fields that are overwritten. */
export type Hand = { status: string; reason?: string } | { fields: Record<string, unknown> };

export interface EditKind {
  /** What is edited. The template's name follows from it. */
  kind: string;
  /** Absent: not declared before. */
  was?: Content;
  /** Absent: no longer declared. */
  is?: Content;
  /** The key in the file after the edit, if it is another one. */
  key?: string;
  /** It exists in the account before it is declared: `first` in the first run, `later` in the run of the edit. */
  found?: { when: "first" | "later"; body: string };
  /** Content of an `up` before the edit, which uses the edit of the day. */
  meanwhile?: Content;
  /** Somebody's edits in the console, a day apart, before the edit. The last one restores the content. */
  consoleEdits?: number;
  /** Before the last refresh: the state shows it. */
  known?: Hand;
  /** After the last refresh. */
  since?: Hand;
  /** Of the template, or by language or name: `es_MX`, `_v2/en_US`. */
  outcomes: Outcome | Record<string, Outcome>;
  /** What the preview says at the template. */
  says?: RegExp;
  /** What `up` says. */
  fails?: RegExp;
}

export function text(about: string): string {
  return `This message is about ${about} for you.`;
}

/** A template with several languages, or with fields of its own. */
export function languages(all: Record<string, Content>, more: Content = {}): Content {
  return { ...more, languages: all };
}
