import { hexToken } from "../ids.ts";

const OUT = "\x11\x18\x12";
const IN = "\x12\x18\x14";

/**
 * "wamid." and Base64 of bytes that begin with the length of the user's number and the number, as in recorded ids; the
 * direction is told by three bytes before the key.
 */
export function newWamid(user: string, direction: "in" | "out"): string {
  const key = hexToken().toUpperCase().slice(0, 20);
  const bytes = `\x1d\x07\x0b${String.fromCharCode(user.length)}${user}\x15\x02\x00${direction === "in" ? IN : OUT}${key}\x00`;
  return `wamid.${Buffer.from(bytes, "latin1").toString("base64")}`;
}

/** Whether an id has the form of a message id; whether there is such a message is another question. */
export function isWamid(id: string): boolean {
  return /^wamid\.[A-Za-z0-9+/_=-]{8,}$/.test(id);
}
