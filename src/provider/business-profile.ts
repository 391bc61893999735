import { isDeepStrictEqual } from "node:util";
import { isMycobotError } from "../errors/index.ts";
import { DEFAULT_PROFILE_REMOVAL, type OnRemoveProfile } from "../model/policies.ts";
import {
  type BusinessProfileFields,
  compareProfiles,
  EMPTY_PROFILE,
  lintProfile,
  PROFILE_FIELD_NAMES,
} from "../model/profile/index.ts";
import {
  type CheckFailure,
  type CheckResult,
  type CreateResult,
  type DiffResult,
  defineResource,
  type ResourceHandlers,
  STATE_VERSION,
} from "./define-resource.ts";
import { type Provenance, routeOf } from "./gateway-identity.ts";
import { hashMediaFile, uploadMediaFile } from "./media-file.ts";
import { containsUnknown, type PropertyBag, withoutEngineKeys } from "./property-bag.ts";
import type { Run } from "./run.ts";

interface ProfilePicture {
  file: string;
  /** Hex, added by `check`. */
  sha256?: string;
}

/** The inputs of a BusinessProfile resource, as `check` returns them. */
interface ProfileInputs extends BusinessProfileFields {
  phone: string;
  connection?: string;
  app?: string;
  picture?: ProfilePicture;
  onRemove?: OnRemoveProfile;
}

const DIGITS = /^\d+$/;

function labelOf(bag: PropertyBag): string {
  return `business profile of phone ${String(bag.phone)}`;
}

function inputsOf(bag: PropertyBag): ProfileInputs {
  const { stateVersion: _1, gateway: _2, resolvedConnection: _3, ...inputs } = withoutEngineKeys(bag);
  // `check` has validated the shape, or our own handlers wrote it.
  return inputs as unknown as ProfileInputs;
}

/** The fields that are managed: only those that are declared. */
function declaredFields(inputs: ProfileInputs): BusinessProfileFields {
  const entries = PROFILE_FIELD_NAMES.filter((field) => inputs[field] !== undefined).map((field) => [
    field,
    inputs[field],
  ]);
  return Object.fromEntries(entries) as BusinessProfileFields;
}

function outputsOf(inputs: ProfileInputs, provenance: Provenance): PropertyBag {
  return { ...inputs, ...provenance, stateVersion: STATE_VERSION };
}

/** A profile that exists as its inputs declare it. */
export function importedProfile(
  bag: PropertyBag,
  connection: string,
  { identity }: Run,
): { id: string; outputs: PropertyBag } {
  const inputs = inputsOf(bag);
  return { id: inputs.phone, outputs: outputsOf(inputs, identity.provenance(inputs, connection)) };
}

/** Validates a profile's inputs and adds the picture's hash. Parts that are not yet known are not checked. */
async function check(_olds: PropertyBag, news: PropertyBag, run: Run): Promise<CheckResult> {
  const given = withoutEngineKeys(news);
  run.claims.add("profile", inputsOf(given).phone);
  const { connection, ...content } = given;
  if (!containsUnknown(connection)) run.claims.addConnection(connection);
  if (containsUnknown(content)) return { inputs: given };
  const inputs = inputsOf(given);
  const failures: CheckFailure[] = [];
  if (typeof inputs.phone !== "string" || !DIGITS.test(inputs.phone)) {
    failures.push({
      property: "phone",
      reason: `phone must be the id of the phone number, a string of digits, not ${JSON.stringify(inputs.phone)}: quote it, because a number loses digits`,
    });
  }
  for (const issue of lintProfile(declaredFields(inputs))) {
    if (issue.severity === "error")
      failures.push({
        property: issue.path.replace(/^\//, "").replaceAll("/", "."),
        reason: `${issue.message} ${issue.hint}`,
      });
  }
  const checked: PropertyBag = { ...given, onRemove: inputs.onRemove ?? DEFAULT_PROFILE_REMOVAL };
  if (inputs.picture !== undefined) {
    try {
      const sha256 = await hashMediaFile(inputs.picture.file, "image", run.folder);
      checked.picture = { file: inputs.picture.file, sha256 };
    } catch (error) {
      failures.push({ property: "picture", reason: isMycobotError(error) ? error.describe() : String(error) });
    }
  }
  return failures.length > 0 ? { inputs: given, failures } : { inputs: checked };
}

/** Compares declared with declared. A connection counts only once it is known: then the state has to record it. */
function diff(olds: PropertyBag, news: PropertyBag): DiffResult {
  const before = inputsOf(olds);
  const after = inputsOf(news);
  if (before.phone !== after.phone) return { changes: true, replaces: ["phone"], deleteBeforeReplace: false };
  const { connection, ...content } = after;
  if (containsUnknown(content)) return { changes: true };
  if (!containsUnknown(connection) && before.connection !== connection) return {};
  return isDeepStrictEqual(before, after) || hasSameDeclaration(before, after) ? { changes: false } : {};
}

/** A field that is no longer declared is a change, too: of what is managed, not of the account. */
function hasSameDeclaration(before: ProfileInputs, after: ProfileInputs): boolean {
  return (
    PROFILE_FIELD_NAMES.every((field) => (before[field] === undefined) === (after[field] === undefined)) &&
    compareProfiles(declaredFields(after), declaredFields(before)).equal &&
    before.picture?.sha256 === after.picture?.sha256 &&
    (before.onRemove ?? DEFAULT_PROFILE_REMOVAL) === (after.onRemove ?? DEFAULT_PROFILE_REMOVAL)
  );
}

/** Takes the profile under management. It exists as long as its phone number, so create cannot duplicate it. */
async function create(bag: PropertyBag, run: Run): Promise<CreateResult> {
  return { id: inputsOf(bag).phone, outs: await write(bag, {}, run) };
}

/**
 * Reads the profile with one request. Only declared fields are compared, and fields that are equal in meaning stay as declared. A
 * profile is never gone: a phone number that cannot be read is an error.
 */
async function read(props: PropertyBag, run: Run): Promise<{ id: string; props: PropertyBag; inputs: PropertyBag }> {
  const inputs = inputsOf(props);
  const { observed, connection } = await run.connections.through(routeOf(props), async (through) => ({
    observed: await run.gateway().businessProfile.get({ connection: through, phoneNumberId: inputs.phone }),
    connection: through,
  }));
  const drifted = compareProfiles(declaredFields(inputs), observed).changes.map(({ field }) => {
    const empty = field === "websites" ? [] : "";
    return [field, observed[field] ?? empty];
  });
  const now = { ...inputs, ...Object.fromEntries(drifted) } as ProfileInputs;
  // The picture cannot be compared, but its absence is visible.
  if (observed.profile_picture_url === undefined) delete now.picture;
  const provenance = run.identity.provenance(inputs, connection);
  return { id: inputs.phone, props: outputsOf(now, provenance), inputs: { ...now } };
}

/** A change of the connection alone only updates the state. */
async function update(olds: PropertyBag, news: PropertyBag, run: Run): Promise<PropertyBag> {
  const [before, inputs] = [inputsOf(olds), inputsOf(news)];
  if (!hasSameDeclaration(before, inputs)) return write(news, olds, run);
  return outputsOf(inputs, run.identity.keptProvenance(inputs, olds));
}

/** Sends the fields that differ; no request if none does. `olds` is empty on create. */
async function write(news: PropertyBag, olds: PropertyBag, run: Run): Promise<PropertyBag> {
  const [inputs, before] = [inputsOf(news), inputsOf(olds)];
  const connection = await run.connections.forWrite(routeOf({ ...olds, connection: inputs.connection }));
  const patch: PropertyBag = { ...(await differingFields(inputs, connection, run)) };
  if (inputs.picture !== undefined && inputs.picture.sha256 !== before.picture?.sha256) {
    patch.profile_picture_handle = await uploadMediaFile(inputs.picture.file, { app: inputs.app, connection, run });
  }
  if (Object.keys(patch).length > 0)
    await run.gateway().businessProfile.update({ connection, phoneNumberId: inputs.phone, profile: patch });
  return outputsOf(inputs, run.identity.provenance(inputs, connection));
}

async function differingFields(inputs: ProfileInputs, connection: string, run: Run): Promise<BusinessProfileFields> {
  const declared = declaredFields(inputs);
  if (Object.keys(declared).length === 0) return {};
  const observed = await run.gateway().businessProfile.get({ connection, phoneNumberId: inputs.phone });
  const { changes } = compareProfiles(declared, observed);
  return Object.fromEntries(changes.map(({ field }) => [field, declared[field]])) as BusinessProfileFields;
}

/**
 * `onRemove: clear` empties the declared fields that can be emptied. With `retain` (default), or if another resource of this run
 * manages the phone number, nothing changes.
 */
async function remove(props: PropertyBag, run: Run): Promise<void> {
  const inputs = inputsOf(props);
  if (inputs.onRemove !== "clear" || run.claims.has("profile", inputs.phone)) return;
  const declared = declaredFields(inputs);
  const patch = Object.fromEntries(Object.entries(EMPTY_PROFILE).filter(([field]) => field in declared));
  if (Object.keys(patch).length === 0) return;
  run.failures.assertNone();
  const route = routeOf({ ...props, connection: run.claims.connectionFor(inputs.connection) });
  await run.connections.through(route, (connection) =>
    run.gateway().businessProfile.update({ connection, phoneNumberId: inputs.phone, profile: patch }),
  );
}

/** The handlers of a BusinessProfile resource. */
export function profileHandlers(run: Run): ResourceHandlers {
  return defineResource({ label: labelOf, check, diff, create, read, update, delete: remove }, run);
}
