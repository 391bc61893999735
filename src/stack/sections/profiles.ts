import { z } from "zod";
import { megabytes, SAMPLE_FORMATS } from "../../model/media/index.ts";
import { DEFAULT_PROFILE_REMOVAL, type OnRemoveProfile, PROFILE_REMOVALS } from "../../model/policies.ts";
import { type BusinessProfileFields, lintProfile, PROFILE_LIMITS, VERTICALS } from "../../model/profile/index.ts";
import { error, type LocatedFinding, lintFindings } from "../findings.ts";
import { absolutePath, fromRoot, type SampleFile } from "../sample-files.ts";
import { list, mapOf, shown, text } from "../shape/schema.ts";
import type { Shape, ShapeFinding } from "../shape/shape.ts";
import {
  child,
  choiceOf,
  entriesOf,
  isMap,
  isScalar,
  type LocatedEntry,
  type LocatedMap,
  plain,
} from "../source/located.ts";
import { digitsLost } from "../source/node-reader.ts";
import type { ProfileDeclaration } from "../types.ts";
import { appMissing, hasApp } from "./account.ts";

const PICTURE = SAMPLE_FORMATS.image;

const REMOVAL_MEANINGS: Readonly<Record<OnRemoveProfile, string>> = {
  retain: "leave it unchanged",
  clear: "clear the fields that can be cleared",
};

const profile = shown(
  z.strictObject({
    about: text({
      description: "The line below the name. Cannot be cleared once set.",
      example: "Fresh herbs, delivered",
      maxLength: PROFILE_LIMITS.about,
    }).optional(),
    description: text({
      description: 'What the business does. "" clears it.',
      example: "Herbs from the valley, on your table by noon.",
      maxLength: PROFILE_LIMITS.description,
    }).optional(),
    address: text({
      description: 'Postal address. "" clears it.',
      example: "1 Market Street, Springfield",
      maxLength: PROFILE_LIMITS.address,
    }).optional(),
    email: text({
      description: 'Contact address. "" clears it.',
      example: "hello@example.com",
      maxLength: PROFILE_LIMITS.email,
    }).optional(),
    vertical: text({
      description: `Industry: ${VERTICALS.join(", ")}. Cannot be cleared once set.`,
      example: "RETAIL",
      enum: VERTICALS,
    }).optional(),
    websites: list(
      text({
        description: "An http:// or https:// address.",
        example: "https://example.com",
        maxLength: PROFILE_LIMITS.website,
      }),
      {
        description: `Up to ${PROFILE_LIMITS.websites} web addresses. [] clears them.`,
        example: ["https://example.com"],
        maxItems: PROFILE_LIMITS.websites,
      },
    ).optional(),
    picture: text({
      description: `Picture file: ${PICTURE.names}, up to ${megabytes(PICTURE.maxBytes)} MB. The path is relative to this file. Requires \`account.app\`.`,
      example: "media/logo.jpg",
    }).optional(),
    onRemove: shown(z.enum(PROFILE_REMOVALS), {
      description: `What happens to the profile when it leaves the file, or on destroy: ${PROFILE_REMOVALS.map((policy) => `${REMOVAL_MEANINGS[policy]} (${policy})`).join(", ")}. Default: ${DEFAULT_PROFILE_REMOVAL}.`,
      example: DEFAULT_PROFILE_REMOVAL,
    }).optional(),
  }),
  {
    description: "The business profile that WhatsApp shows. Fields that are not listed are left unchanged.",
    example: { about: "Fresh herbs, delivered" },
  },
);

export const profiles = mapOf(
  profile,
  {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the stack file's syntax
    description: "Business profiles by phone number id: digits, in quotes, or a value such as ${phone}.",
    example: { "106540352242922": { about: "Fresh herbs, delivered" } },
  },
  { propertyNames: { pattern: "^(\\d|\\$\\{[^{}]+\\})+$" } },
);

/** Checks the keys of profiles. The schema sees keys as text, whether they have quotes or not. */
export function phoneNumberIdFindings(tree: LocatedMap): ShapeFinding[] {
  return entriesOf(child(tree, "profiles")).flatMap(([key, entry]): ShapeFinding[] => {
    const path = ["profiles", key];
    if (entry.numericKey === true) return [{ path, finding: digitsLost(key, entry.keyPosition) }];
    if (/^\d+$/.test(key) || entry.unresolvedKey === true) return [];
    const message = `\`${key}\` is not a phone number id: this id consists of digits only`;
    const hint = "Take the id from `mycobot phone-numbers list`; it is not the phone number.";
    return [{ path, finding: error({ code: "wrong-value", at: entry.keyPosition, message, hint }) }];
  });
}

export interface DeclaredProfiles {
  profiles: ProfileDeclaration[];
  findings: LocatedFinding[];
  pictures: SampleFile[];
}

interface Scope {
  projectRoot: string;
  fragment: boolean;
  shape: Shape;
}

/** Keys of a profile that are not fields of WhatsApp. */
const OWN_KEYS = ["picture", "onRemove"];

export function declareProfiles(tree: LocatedMap, scope: Scope): DeclaredProfiles {
  const result: DeclaredProfiles = { profiles: [], findings: [], pictures: [] };
  const needsApp = !scope.fragment && !hasApp(tree);
  for (const [phone, entry] of entriesOf(child(tree, "profiles"))) {
    if (isMap(entry.value)) declareProfile(phone, entry, entry.value, needsApp, scope, result);
  }
  return result;
}

function declareProfile(
  phone: string,
  entry: LocatedEntry,
  node: LocatedMap,
  needsApp: boolean,
  scope: Scope,
  result: DeclaredProfiles,
): void {
  const { broken } = scope.shape.brokenKeys(["profiles", phone]);
  const kept = [...node.entries].filter(([key]) => !OWN_KEYS.includes(key) && !broken.has(key));
  const located: LocatedMap = { kind: "map", entries: new Map(kept), position: entry.keyPosition };
  const fields = plain(located) as BusinessProfileFields; // the shape is checked, and broken keys are removed
  result.findings.push(...lintFindings(lintProfile(fields), located, { partial: scope.fragment || broken.size > 0 }));

  const picture = child(node, "picture");
  if (isScalar(picture) && typeof picture.value === "string") {
    result.pictures.push({ format: "image", node: picture, file: absolutePath(picture) });
    if (needsApp) result.findings.push(appMissing(picture.position));
  }
  result.profiles.push({
    phone,
    fields,
    ...(isScalar(picture) ? { picture: fromRoot(scope.projectRoot, absolutePath(picture)) } : {}),
    onRemove: choiceOf(node, "onRemove", PROFILE_REMOVALS) ?? DEFAULT_PROFILE_REMOVAL,
  });
}
