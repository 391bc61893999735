import { type BusinessProfileFields, PROFILE_FIELD_NAMES } from "../../model/profile/index.ts";
import { STATE_VERSION } from "../define-resource.ts";
import type { Place } from "../place.ts";
import { type PropertyBag, withoutEngineKeys } from "../wire.ts";

interface ProfilePicture {
  file: string;
  /** Hex, filled in by `check`. */
  sha256?: string;
}

/** The inputs of a BusinessProfile resource, as `check` has passed them. */
export interface ProfileInputs extends BusinessProfileFields {
  phone: string;
  connection?: string;
  app?: string;
  picture?: ProfilePicture;
  onRemove?: "retain" | "clear";
}

export function inputsOf(bag: PropertyBag): ProfileInputs {
  const { stateVersion: _1, gateway: _2, resolvedConnection: _3, ...inputs } = withoutEngineKeys(bag);
  // `check` has seen to the shape, or our own handlers wrote it.
  return inputs as unknown as ProfileInputs;
}

/** Only what is declared is managed. */
export function declaredFields(inputs: ProfileInputs): BusinessProfileFields {
  const entries = PROFILE_FIELD_NAMES.filter((field) => inputs[field] !== undefined).map((field) => [
    field,
    inputs[field],
  ]);
  return Object.fromEntries(entries) as BusinessProfileFields;
}

export function labelOf(bag: PropertyBag): string {
  return `business profile of phone ${String(bag.phone)}`;
}

export function outputsOf(inputs: ProfileInputs, place: Place): PropertyBag {
  return {
    ...inputs,
    ...place,
    stateVersion: STATE_VERSION,
  };
}
