import { compareProfiles } from "../../model/profile/index.ts";
import { placeOf, routeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import type { PropertyBag } from "../wire.ts";
import { declaredFields, inputsOf, outputsOf, type ProfileInputs } from "./state.ts";

/**
 * Reads the profile: one request. Only declared fields are looked at, and fields that are equal in meaning stay as declared.
 * A profile is never gone: it exists as long as its phone number, and a phone that cannot be read is an error.
 */
export async function readProfile(
  props: PropertyBag,
  runtime: ProviderRuntime,
): Promise<{ id: string; props: PropertyBag; inputs: PropertyBag }> {
  const inputs = inputsOf(props);
  const { observed, connection } = await runtime.connections.through(routeOf(props), async (through) => ({
    observed: await runtime.gateway().businessProfile.get({ connection: through, phoneNumberId: inputs.phone }),
    connection: through,
  }));
  const drifted = compareProfiles(declaredFields(inputs), observed).changes.map(({ field }) => {
    const empty = field === "websites" ? [] : "";
    return [field, observed[field] ?? empty];
  });
  const now = { ...inputs, ...Object.fromEntries(drifted) } as ProfileInputs;
  // The picture cannot be compared, but its absence can be seen.
  if (observed.profile_picture_url === undefined) delete now.picture;
  return { id: inputs.phone, props: outputsOf(now, placeOf(runtime, inputs, connection)), inputs: { ...now } };
}
