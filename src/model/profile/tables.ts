/** Limits of a business profile, in characters; `websites` is how many. Source: Meta, business profile reference. */
export const PROFILE_LIMITS = {
  aboutAtLeast: 1,
  about: 139,
  address: 256,
  description: 512,
  /** Meta's OpenAPI description says 256 where its reference says 512. */
  descriptionDoubtful: 256,
  email: 128,
  websites: 2,
  website: 256,
} as const;

/** Industries that a write accepts, as the API lists them in its own error. Reads also show UNDEFINED. */
export const VERTICALS: readonly string[] = [
  "OTHER",
  "AUTO",
  "BEAUTY",
  "APPAREL",
  "EDU",
  "ENTERTAIN",
  "EVENT_PLAN",
  "FINANCE",
  "GROCERY",
  "GOVT",
  "HOTEL",
  "HEALTH",
  "NONPROFIT",
  "PROF_SERVICES",
  "RETAIL",
  "TRAVEL",
  "RESTAURANT",
  "ALCOHOL",
  "ONLINE_GAMBLING",
  "PHYSICAL_GAMBLING",
  "OTC_DRUGS",
  "MATRIMONY_SERVICE",
];

/** Industries that documents name and a write refuses, and why. */
export const REFUSED_VERTICALS: ReadonlyMap<string, string> = new Map([
  ["UNDEFINED", "it is what reads show when none was ever set, and an industry cannot be taken back"],
  ["NOT_A_BIZ", "older documents name it, the API does not take it"],
]);

export const PROFILE_FIELDS = ["about", "address", "description", "email", "vertical", "websites"] as const;
