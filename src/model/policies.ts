/**
 * What happens when a declared template exists in the account already: `matching` takes over one that is equal in canonical
 * form, `always` takes over any and edits it, `never` fails.
 */
export const ADOPT_POLICIES = ["matching", "always", "never"] as const;
export type AdoptPolicy = (typeof ADOPT_POLICIES)[number];
export const DEFAULT_ADOPT: AdoptPolicy = "matching";

/** What happens to a template in the account when it is removed from the stack. */
export const TEMPLATE_REMOVALS = ["delete", "retain"] as const;
export type OnRemoveTemplate = (typeof TEMPLATE_REMOVALS)[number];
export const DEFAULT_TEMPLATE_REMOVAL: OnRemoveTemplate = "delete";

/** What happens to a business profile when it is removed from the stack: it exists as long as its phone number. */
export const PROFILE_REMOVALS = ["retain", "clear"] as const;
export type OnRemoveProfile = (typeof PROFILE_REMOVALS)[number];
export const DEFAULT_PROFILE_REMOVAL: OnRemoveProfile = "retain";
