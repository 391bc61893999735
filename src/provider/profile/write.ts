import { type BusinessProfileFields, compareProfiles } from "../../model/profile/index.ts";
import type { ProviderRuntime } from "../runtime.ts";
import { uploadMediaFile } from "../upload.ts";
import type { Bag } from "../wire.ts";
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

/** Sends what differs, and nothing when nothing does. `before`: the state's inputs, if there is one. */
async function write(inputs: ProfileInputs, before: ProfileInputs | undefined, runtime: ProviderRuntime): Promise<Bag> {
  const connection = await runtime.connections.forWrite(inputs.connection);
  const patch: Bag = { ...(await missingFields(inputs, connection, runtime)) };
  if (inputs.picture !== undefined && inputs.picture.sha256 !== before?.picture?.sha256) {
    patch.profile_picture_handle = await uploadMediaFile(inputs.picture.file, { app: inputs.app, connection, runtime });
  }
  if (Object.keys(patch).length > 0)
    await runtime.gateway().businessProfile.update({ connection, phoneNumberId: inputs.phone, profile: patch });
  return outputsOf(inputs);
}

/** Takes the profile under management. It exists as long as the phone number does, so nothing is created twice. */
export async function createProfile(bag: Bag, runtime: ProviderRuntime): Promise<{ id: string; outs: Bag }> {
  const inputs = inputsOf(bag);
  return { id: inputs.phone, outs: await write(inputs, undefined, runtime) };
}

export async function updateProfile(olds: Bag, news: Bag, runtime: ProviderRuntime): Promise<{ outs: Bag }> {
  return { outs: await write(inputsOf(news), inputsOf(olds), runtime) };
}

/** What of a profile can be emptied. WhatsApp has no way to empty `about` and `vertical`, nor to remove the picture. */
const EMPTY = { address: "", description: "", email: "", websites: [] as string[] };

/** `onRemove: clear` empties the declared fields that can be; `retain` (default), or another resource of this run for this phone, leaves everything. */
export async function deleteProfile(props: Bag, runtime: ProviderRuntime): Promise<void> {
  const inputs = inputsOf(props);
  if (inputs.onRemove !== "clear" || runtime.claims.has("profile", inputs.phone)) return;
  const declared = declaredFields(inputs);
  const patch = Object.fromEntries(Object.entries(EMPTY).filter(([field]) => field in declared));
  if (Object.keys(patch).length === 0) return;
  await runtime.connections.through(inputs.connection, (connection) =>
    runtime.gateway().businessProfile.update({ connection, phoneNumberId: inputs.phone, profile: patch }),
  );
}
