/** Business-scoped user ids: country, dot, and digits; "ENT" between them on parent accounts. */
const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

export const isBusinessScoped = (id: string): boolean => BSUID.test(id);

/** A user as the stores know it: a business-scoped id as it is, a phone number as its digits. */
export const userId = (named: string): string => (isBusinessScoped(named) ? named : named.replace(/[\s().+-]/g, ""));

/** The key under which answers show that id. */
export const userKey = (id: string): "user_id" | "wa_id" => (isBusinessScoped(id) ? "user_id" : "wa_id");
