export type { BusinessProfileFields } from "./business-profile-fields.ts";
export { compareProfiles } from "./compare-profiles.ts";
export { lintProfile } from "./lint-profile.ts";
export { PROFILE_FIELDS, PROFILE_LIMITS, VERTICALS } from "./tables.ts";
