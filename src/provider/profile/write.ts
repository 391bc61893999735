import { type BusinessProfileFields, compareProfiles, EMPTY_PROFILE } from "../../model/profile/index.ts";
import { placeKept, placeOf, routeOf } from "../place.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { uploadMediaFile } from "../upload.ts";
import type { PropertyBag } from "../wire.ts";
import { sameDeclaration } from "./diff.ts";
import { declaredFields, inputsOf, outputsOf, type ProfileInputs } from "./state.ts";

/** The declared fields in which the account differs. */
async function missingFields(
  inputs: ProfileInputs,
  connection: string,
  runtime: ProviderRuntime,
): Promise<BusinessProfileFields> {
  const declared = declaredFields(inputs);
  if (Object.keys(declared).length === 0) return {};
  const observed = await runtime.gateway().businessProfile.get({ connection, phoneNumberId: inputs.phone });
  const { changes } = compareProfiles(declared, observed);
  return Object.fromEntries(changes.map(({ field }) => [field, declared[field]])) as BusinessProfileFields;
}

/** Sends what differs, and nothing when nothing does. `olds`: empty on create. */
async function write(news: PropertyBag, olds: PropertyBag, runtime: ProviderRuntime): Promise<PropertyBag> {
  const [inputs, before] = [inputsOf(news), inputsOf(olds)];
  const connection = await runtime.connections.forWrite(routeOf({ ...olds, connection: inputs.connection }));
  const patch: PropertyBag = { ...(await missingFields(inputs, connection, runtime)) };
  if (inputs.picture !== undefined && inputs.picture.sha256 !== before.picture?.sha256) {
    patch.profile_picture_handle = await uploadMediaFile(inputs.picture.file, { app: inputs.app, connection, runtime });
  }
  if (Object.keys(patch).length > 0)
    await runtime.gateway().businessProfile.update({ connection, phoneNumberId: inputs.phone, profile: patch });
  return outputsOf(inputs, placeOf(runtime, inputs, connection));
}

/** Takes the profile under management. It exists as long as the phone number does, so nothing is created twice. */
export async function createProfile(
  bag: PropertyBag,
  runtime: ProviderRuntime,
): Promise<{ id: string; outs: PropertyBag }> {
  return { id: inputsOf(bag).phone, outs: await write(bag, {}, runtime) };
}

/** Another connection, with the same content, reaches the state without a request. */
export async function updateProfile(
  olds: PropertyBag,
  news: PropertyBag,
  runtime: ProviderRuntime,
): Promise<PropertyBag> {
  const [before, inputs] = [inputsOf(olds), inputsOf(news)];
  if (!sameDeclaration(before, inputs)) return write(news, olds, runtime);
  return outputsOf(inputs, placeKept(runtime, inputs, olds));
}

/** `onRemove: clear` empties the declared fields that can be; `retain` (default), or another resource of this run for this phone, leaves everything. */
export async function deleteProfile(props: PropertyBag, runtime: ProviderRuntime): Promise<void> {
  const inputs = inputsOf(props);
  if (inputs.onRemove !== "clear" || runtime.claims.has("profile", inputs.phone)) return;
  const declared = declaredFields(inputs);
  const patch = Object.fromEntries(Object.entries(EMPTY_PROFILE).filter(([field]) => field in declared));
  if (Object.keys(patch).length === 0) return;
  runtime.failures.assertNone();
  const route = routeOf({ ...props, connection: runtime.claims.connectionFor(inputs.connection) });
  await runtime.connections.through(route, (connection) =>
    runtime.gateway().businessProfile.update({ connection, phoneNumberId: inputs.phone, profile: patch }),
  );
}
