/** Business-scoped user ids: country, dot, and digits; "ENT" between them on parent accounts. */
const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

export function isBusinessScoped(id: string): boolean {
  return BSUID.test(id);
}

/** A user as the stores know it: a business-scoped id as it is, a phone number as its digits. */
export function userId(named: string): string {
  return isBusinessScoped(named) ? named : named.replace(/[\s().+-]/g, "");
}

/** The key under which answers show that id. */
export function userKey(id: string): "user_id" | "wa_id" {
  return isBusinessScoped(id) ? "user_id" : "wa_id";
}
