export {
  type BusinessProfileFields,
  compareProfiles,
  EMPTY_PROFILE,
  lintProfile,
  PROFILE_FIELD_NAMES,
  PROFILE_FIELDS,
  PROFILE_LIMITS,
  VERTICALS,
  type Vertical,
} from "./profile-fields.ts";
