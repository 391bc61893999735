/**
 * A sample that is not uploaded yet, in the place of a `4::…` upload handle. `file` is relative to the project's root (the
 * folder of Pulumi.yaml); the provider's check adds `sha256` (hex).
 */
export interface MediaFile {
  file: string;
  sha256?: string;
}

/** A component as WhatsApp spells it (`type`, `format`, `text`, `example`, `buttons`, `cards` …); unknown keys are kept. */
export interface TemplateComponent {
  type: string;
  [field: string]: unknown;
}

/**
 * A template with WhatsApp's own field names: the body of `POST /{waba}/message_templates`, or one element of a list's
 * `data`. Unknown fields are kept and sent.
 */
export interface TemplateBody {
  name: string;
  language: string;
  category: string;
  components?: TemplateComponent[];
  parameter_format?: string;
  [field: string]: unknown;
}

/** One difference that an edit would send. */
export interface TemplateChange {
  /** JSON pointer into the canonical form: `/components/0/text`. */
  path: string;
  /** Absent when only the account has it. */
  wanted?: unknown;
  /** Absent when only the declaration has it. */
  observed?: unknown;
  /** Seen from the declared template: `added` is what only the observed one has, `removed` what it lacks. */
  kind: "added" | "removed" | "changed";
}

/** A difference that is reported, not edited: WhatsApp's own doing, or nothing that an edit can change. */
export interface TemplateReport {
  code: "category" | "identity" | "samples" | "media" | "status" | "quality" | "unknown-field";
  path: string;
  /** As in {@link TemplateChange}: `added` is what only the observed template has, `removed` what it lacks. */
  kind: TemplateChange["kind"];
  wanted?: unknown;
  observed?: unknown;
  message: string;
}

export interface TemplateComparison {
  equal: boolean;
  changes: TemplateChange[];
  reports: TemplateReport[];
}
