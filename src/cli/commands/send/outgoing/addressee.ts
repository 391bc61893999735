import type { Addressee } from "../../../../model/message/index.ts";
import { isGroupId, isUserId } from "../../../../model/phone-number/index.ts";

export interface AddresseeFlags {
  to: string;
  replyTo?: string | undefined;
  callbackData?: string | undefined;
}

/** Whom `--to` means: a phone number, a group or a user, told apart by their spelling. */
export function addresseeOf({ to, replyTo, callbackData }: AddresseeFlags): Addressee {
  const whom = isGroupId(to) ? { group: to } : isUserId(to) ? { userId: to } : { to };
  return { ...whom, replyTo, callbackData };
}
