import { type EditKind, languages, type Outcome, text } from "./edit-kind.ts";

const UTILITY = { category: "UTILITY" };
const SALE = { category: "MARKETING" };
const REVIEW = /^MYCO_W_EDIT: .* the edit sends it back to review\. While it is PENDING it may not be sendable at all/;

function body(kind: string, outcomes: Outcome, more: Partial<EditKind> = {}): EditKind {
  return { kind, was: { body: text(kind) }, is: { body: `${text(kind)} Thank you.` }, outcomes, ...more };
}

/** An edit of the category only, from UTILITY. */
function category(kind: string, outcomes: Outcome, more: Partial<EditKind> = {}): EditKind {
  const content = { en_US: { body: text(kind) } };
  return { kind, was: languages(content), is: languages(content, SALE), outcomes, ...more };
}

const REFUSED_CATEGORY = /the category of an approved template cannot be changed \(UTILITY to MARKETING/;

const categories: EditKind[] = [
  category("category of an approved one", "refused in preview", { fails: REFUSED_CATEGORY }),
  {
    ...category("category and text of an approved one", "refused in preview", { fails: REFUSED_CATEGORY }),
    is: languages({ en_US: { body: "Everything about it is new for you." } }, SALE),
  },
  category("category of a rejected one", "in place", { known: { status: "REJECTED" } }),
  category("category of a paused one", "in place", { known: { status: "PAUSED" } }),
  category("category of one in review", "refused in up", {
    known: { status: "PENDING" },
    says: /^MYCO_W_EDIT_REFUSED: .* it is PENDING since /,
    fails: /is PENDING: a template in review cannot be edited/,
  }),
  category("category of one approved since", "refused in up", {
    known: { status: "REJECTED" },
    since: { status: "APPROVED" },
    fails: /the category of an approved template cannot be changed/,
  }),
  category("category that was assigned", "state only", {
    known: { fields: { category: "MARKETING", previous_category: "UTILITY" } },
  }),
  body("text of a reassigned category", "in place", {
    known: { fields: { category: "MARKETING", previous_category: "UTILITY" } },
  }),
];

const statuses: EditKind[] = [
  body("text of an approved one", "in place", { says: REVIEW }),
  body("text of one in review", "refused in up", {
    known: { status: "PENDING" },
    says: /^MYCO_W_EDIT_REFUSED: .* it is PENDING since .*Run 'mycobot wait'/,
    fails: /is PENDING: a template in review cannot be edited/,
  }),
  body("text of one in review since", "refused in up", {
    since: { status: "PENDING" },
    says: REVIEW,
    fails: /is PENDING: a template in review cannot be edited/,
  }),
  body("text of a rejected one", "in place", {
    known: { status: "REJECTED", reason: "PROMOTIONAL" },
    says: /WhatsApp rejected it \(PROMOTIONAL\)/,
  }),
  body("text of a paused one", "in place", { known: { status: "PAUSED" }, says: REVIEW }),
  body("text of a disabled one", "refused in up", {
    known: { status: "DISABLED" },
    says: /^MYCO_W_EDIT_REFUSED: .* DISABLED .*neither edited nor deleted/,
    fails: /is DISABLED: /,
  }),
  body("text of one in appeal", "refused in up", {
    known: { status: "IN_APPEAL" },
    says: /^MYCO_W_EDIT_REFUSED: .*until its appeal is decided/,
    fails: /is IN_APPEAL: /,
  }),
  body("text of one in deletion", "refused in up", {
    known: { status: "PENDING_DELETION" },
    says: /^MYCO_W_EDIT_REFUSED: .*being deleted/,
    fails: /is PENDING_DELETION: /,
  }),
  body("text of an archived one", "refused in up", {
    known: { status: "ARCHIVED" },
    says: /^MYCO_W_EDIT_REFUSED: .*Unarchive it/,
    fails: /is ARCHIVED: /,
  }),
  body("text of one over the limit", "refused by WhatsApp", {
    known: { status: "LIMIT_EXCEEDED" },
    says: /^MYCO_W_EDIT: /,
    fails: /LIMIT_EXCEEDED/,
  }),
  body("second edit of the day", "refused by WhatsApp", {
    meanwhile: { body: text("the first edit") },
    says: /^MYCO_W_EDIT_REFUSED: .*its last edit was at .*, 1 of 10 edits in 30 days/,
    fails: /once in 24 hours and 10 times in 30 days, next edit possible at /,
  }),
  body("eleventh edit of the month", "refused by WhatsApp", {
    consoleEdits: 10,
    says: REVIEW,
    fails: /once in 24 hours and 10 times in 30 days/,
  }),
  body("second edit of a rejected one", "in place", {
    meanwhile: { body: text("the rejected edit") },
    known: { status: "REJECTED" },
    says: /WhatsApp rejected it/,
  }),
];

const identities: EditKind[] = [
  {
    kind: "language added",
    was: languages({ en_US: { body: text("english") } }),
    is: languages({ en_US: { body: text("english") }, es_MX: { body: "Este mensaje es para ti." } }),
    outcomes: { en_US: "nothing", es_MX: "created" },
  },
  {
    kind: "language removed",
    was: languages({ en_US: { body: text("one") }, es_MX: { body: "Este otro mensaje es para ti." } }),
    is: languages({ en_US: { body: text("one") } }),
    outcomes: { en_US: "nothing", es_MX: "deleted" },
  },
  {
    kind: "one of two languages",
    was: languages({ en_US: { body: text("two") }, es_MX: { body: "Un mensaje para ti." } }),
    is: languages({ en_US: { body: text("two") }, es_MX: { body: "Un mensaje nuevo para ti." } }),
    outcomes: { en_US: "nothing", es_MX: "in place" },
  },
  {
    kind: "version with previous",
    was: languages({ en_US: { body: text("version one") } }),
    is: languages(
      { en_US: { body: text("version two") } },
      { version: 2, previous: { "1": languages({ en_US: { body: text("version one") } }, UTILITY) } },
    ),
    outcomes: { en_US: "nothing", "_v2/en_US": "created" },
  },
  {
    kind: "version without previous",
    was: languages({ en_US: { body: text("the old one") } }),
    is: languages({ en_US: { body: text("the new one") } }, { version: 2 }),
    outcomes: { en_US: "deleted", "_v2/en_US": "created" },
  },
  {
    kind: "previous removed",
    was: languages(
      { en_US: { body: text("the second") } },
      { version: 2, previous: { "1": languages({ en_US: { body: text("the first") } }, UTILITY) } },
    ),
    is: languages({ en_US: { body: text("the second") } }, { version: 2 }),
    outcomes: { en_US: "deleted", "_v2/en_US": "nothing" },
  },
  {
    kind: "remote name",
    was: languages({ en_US: { body: text("names") } }),
    is: languages({ en_US: { body: text("names") } }, { name: "renamed" }),
    outcomes: { en_US: "replaced", "renamed/en_US": "replacement" },
  },
  {
    kind: "key in the file",
    was: { body: text("keys") },
    is: languages({ en_US: { body: text("keys") } }, { name: "key_in_the_file" }),
    key: "another_key",
    outcomes: "nothing",
  },
  { kind: "removed", was: { body: text("the end") }, outcomes: "deleted", says: /^MYCO_W_DELETION: / },
  { kind: "declared anew", is: { body: text("the start") }, outcomes: "created" },
  {
    kind: "equal in the account",
    found: { when: "later", body: text("adoption") },
    is: { body: text("adoption") },
    outcomes: "taken over",
  },
  {
    kind: "different in the account",
    found: { when: "later", body: text("the account") },
    is: { body: text("the file") },
    outcomes: "create refused",
    fails: /already exists in the account .* and differs from the declaration in /,
  },
];

/** Edits whose outcome depends on category, status, budget or identity. */
export const LIFE_CYCLE_EDITS: readonly EditKind[] = [...categories, ...statuses, ...identities];
