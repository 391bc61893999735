import { isMycobotError } from "../../../errors/index.ts";
import type { Gateway, ProxyCall } from "../../../gateway/index.ts";
import { compareProfiles } from "../../../model/profile/index.ts";
import type { ProfileDeclaration } from "../../../stack/types.ts";

/** How a phone number and its profile stand: what `status --json` shows of them. */
export interface ProfileStatus {
  phone: string;
  number?: string;
  verifiedName?: string;
  quality?: string;
  /** WhatsApp's: CONNECTED and others. */
  status?: string;
  /** Absent for a number that the stack does not declare. */
  profile?: "as declared" | "differs";
  /** Declared fields that the account has otherwise. */
  differing?: string[];
  attention: string[];
}

const FIELDS = ["id", "display_phone_number", "verified_name", "quality_rating", "status"] as const;

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

async function readProfile(gateway: Gateway, call: ProxyCall, phone: string, declared: ProfileDeclaration | undefined) {
  const node = await gateway.phoneNumbers.get({ ...call, phoneNumberId: phone, fields: FIELDS });
  const number = text(node.display_phone_number);
  const verifiedName = text(node.verified_name);
  const quality = text(node.quality_rating);
  const status = text(node.status);
  const found = {
    ...(number === undefined ? {} : { number }),
    ...(verifiedName === undefined ? {} : { verifiedName }),
    ...(quality === undefined || quality === "UNKNOWN" ? {} : { quality }),
    ...(status === undefined ? {} : { status }),
  };
  const low = quality === "RED" ? ["quality RED"] : [];
  const off = status === undefined || status === "CONNECTED" ? [] : [`the number is ${status}`];
  if (declared === undefined) return { ...found, attention: [...low, ...off] };
  const observed = await gateway.businessProfile.get({ ...call, phoneNumberId: phone });
  const { equal, changes } = compareProfiles(declared.fields, observed);
  if (equal) return { ...found, profile: "as declared" as const, attention: [...low, ...off] };
  const differing: string[] = changes.map(({ field }) => field);
  const attention = [...low, ...off, `the profile differs from the stack: ${differing.join(", ")}`];
  return { ...found, profile: "differs" as const, differing, attention };
}

/** One number. One that cannot be read needs attention, and does not end the command. */
export async function profileStatus(
  gateway: Gateway,
  call: ProxyCall,
  phone: string,
  declared: ProfileDeclaration | undefined,
): Promise<ProfileStatus> {
  try {
    return { phone, ...(await readProfile(gateway, call, phone, declared)) };
  } catch (error) {
    if (!isMycobotError(error) || error.code !== "MYCO_WHATSAPP_ERROR") throw error;
    return { phone, attention: [`cannot be read: ${error.message}`] };
  }
}
