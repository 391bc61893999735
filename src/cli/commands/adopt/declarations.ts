import type { WireTemplate } from "../../../gateway/index.ts";
import { type BusinessProfileFields, lintProfile, PROFILE_FIELD_NAMES } from "../../../model/profile/index.ts";
import { type DeclarationOfRead, declarationOfRead, type TemplateBody } from "../../../model/template/index.ts";
import type { WrittenProfile, WrittenTemplate } from "../../../stack/index.ts";
import type { ReadProfile } from "./read-account.ts";
import type { Samples } from "./samples.ts";

/** A template of the account as a declaration. */
export function writtenTemplate(read: WireTemplate, samples: Samples): WrittenTemplate {
  const declaration = declarationOfRead(read as unknown as TemplateBody, samples); // the gateway has checked its outline
  return { body: declaration.body, comments: commentsOf(read, declaration) };
}

/** What the account says and a declaration does not. */
function commentsOf(read: WireTemplate, { unknownFields, missingSamples }: DeclarationOfRead): string[] {
  const { category, previous_category: previous, correct_category: coming, library_template_name: library } = read;
  const changed = previous !== undefined && previous !== "" && previous.toUpperCase() !== category.toUpperCase();
  const announced = coming !== undefined && coming !== "" && coming.toUpperCase() !== category.toUpperCase();
  return [
    ...statusComment(read),
    ...(changed ? [`Category: it was ${previous} until WhatsApp changed it to ${category}.`] : []),
    ...(announced ? [`Category: WhatsApp has announced a change to ${coming}.`] : []),
    ...(library === undefined || library === "" ? [] : [`Created from WhatsApp's library: ${library}.`]),
    ...(missingSamples === 0
      ? []
      : ["The sample of its media header is not at hand: an edit needs one (`header: { image: FILE }`)."]),
    ...(unknownFields.length === 0
      ? []
      : [`Not managed, because this version does not know them: ${unknownFields.join(", ")}.`]),
  ];
}

function statusComment({ status, rejected_reason: reason }: WireTemplate): string[] {
  const name = status.toUpperCase();
  if (name === "APPROVED") return [];
  if (name === "PENDING_DELETION")
    return ["Status: PENDING_DELETION. Remove it from this file after WhatsApp has deleted it."];
  return [`Status: ${name}${reason === undefined || reason === "" || reason === "NONE" ? "" : `, ${reason}`}.`];
}

/** A profile of the account as a declaration; undefined if it has nothing to manage. `pathOf`: a project file as the stack names it. */
export function writtenProfile(
  read: ReadProfile,
  samples: Samples,
  pathOf: (file: string) => string,
): WrittenProfile | undefined {
  if ("problem" in read) return undefined;
  const { phone, profile } = read;
  const given = PROFILE_FIELD_NAMES.flatMap((name) => {
    const value = profile[name];
    const isEmpty =
      value === undefined || value === "" || value === "UNDEFINED" || (Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [[name, value] as const];
  });
  const broken = (name: string, value: unknown) =>
    lintProfile({ [name]: value }).some(({ severity }) => severity === "error");
  const kept = given.filter(([name, value]) => !broken(name, value));
  const left = given.filter(([name, value]) => broken(name, value)).map(([name]) => name);
  const file = profile.profile_picture_url === undefined ? undefined : samples.get(profile.profile_picture_url)?.file;
  if (kept.length === 0 && file === undefined) return undefined;
  return {
    phone,
    fields: Object.fromEntries(kept) as BusinessProfileFields, // the fields were checked one by one
    ...(file === undefined ? {} : { picture: pathOf(file) }),
    comments:
      left.length === 0 ? [] : [`Not managed, because WhatsApp would refuse the present value: ${left.join(", ")}.`],
  };
}
