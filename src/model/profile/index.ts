import type { Issue } from "../issue.ts";
import type { BusinessProfileFields } from "./business-profile-fields.ts";

export type { BusinessProfileFields } from "./business-profile-fields.ts";

export interface ProfileChange {
  field: keyof BusinessProfileFields;
  wanted: unknown;
  observed: unknown;
}

export interface ProfileComparison {
  equal: boolean;
  changes: ProfileChange[];
}

export function lintProfile(_fields: unknown): Issue[] {
  return [];
}

export function compareProfiles(_wanted: BusinessProfileFields, _observed: BusinessProfileFields): ProfileComparison {
  return { equal: true, changes: [] };
}

export const VERTICALS: readonly string[] = [];
export const PROFILE_LIMITS = {
  about: 139,
  address: 256,
  description: 512,
  email: 128,
  websites: 2,
  website: 256,
} as const;
