import { PHONE, WABA } from "../../engine/harness/scenario.ts";

interface ShortTemplate {
  category: string;
  name?: string;
  version?: number;
  languages: Record<string, { body: string }>;
  previous?: Record<string, ShortTemplate>;
}

/** A stack file in the short form, as used by the kill sweep. */
export interface StackFile {
  account: { waba: string; connection?: string };
  connections?: Record<string, { app: string }>;
  profiles?: Record<string, { about: string; description: string }>;
  settings?: Record<string, unknown>;
  templates: Record<string, ShortTemplate>;
}

export function note(body: string, more: Partial<ShortTemplate> = {}): ShortTemplate {
  return {
    category: "UTILITY",
    languages: { en_US: { body } },
    ...more,
  };
}

const COUNT = 8;
function text(index: number): string {
  return `This is note number ${index} for you.`;
}

/** The template that is changed in WhatsApp Manager, and its changed text. */
export const DRIFTED = { name: "note_6", text: "This is note 6, edited in the console." };

/** A connection, a profile and eight templates. */
export const BEFORE: StackFile = {
  account: { waba: WABA, connection: "shop" },
  connections: { shop: { app: "whatsapp-business" } },
  profiles: { [PHONE]: { about: "Herbs", description: "Basil and mint." } },
  templates: Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`note_${index}`, note(text(index))])),
};

function changed(): StackFile["templates"] {
  const { note_3, note_4: _removed, note_5: _superseded, ...others } = structuredClone(BEFORE.templates);
  const edited = [0, 1, 2].map((index) => [`note_${index}`, note(`This is the edited note number ${index} for you.`)]);
  return {
    ...others,
    ...Object.fromEntries(edited),
    renamed_3: { ...(note_3 ?? note(text(3))), name: "note_3" },
    note_5: note("This is version two of note 5 for you.", { version: 2, previous: { 1: note(text(5)) } }),
    extra: note("This is one more note for you."),
  };
}

/** Changes of BEFORE: three edits, a renamed key, a removal, a second version, a new template, a changed profile. */
export const AFTER: StackFile = {
  ...BEFORE,
  profiles: { [PHONE]: { about: "Herbs and more", description: "Basil and mint." } },
  templates: changed(),
};

function bodyIn(template: ShortTemplate | undefined): string {
  return template?.languages.en_US?.body ?? "";
}

/** The expected content of the account: the text of each `name/language`. */
export function declaredIn({ templates }: StackFile): Record<string, string> {
  const entries = Object.entries(templates).flatMap(([key, template]) => {
    const base = template.name ?? key;
    const current = template.version === undefined ? base : `${base}_v${template.version}`;
    const previous = Object.values(template.previous ?? {}).map((older) => [`${base}/en_US`, bodyIn(older)]);
    return [[`${current}/en_US`, bodyIn(template)], ...previous];
  });
  return Object.fromEntries(entries.sort());
}
