import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** Letters, digits, "-" and "_", as in Meta's trace ids and signatures. */
export function token(length: number): string {
  return randomBytes(length).toString("base64url").slice(0, length);
}

/** As in recorded errors: "A" and 22 more characters. */
export function fbtraceId(): string {
  return `A${token(22)}`;
}

/** A 16-digit decimal string, the usual length of Graph ids. */
export function graphId(): string {
  return `${randomInt(1, 10)}${randomInt(0, 1e9).toString().padStart(9, "0")}${randomInt(0, 1e6).toString().padStart(6, "0")}`;
}

export function connectionId(): string {
  return randomUUID();
}

/** 32 hexadecimal digits. */
export function hexToken(): string {
  return randomBytes(16).toString("hex");
}

const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Capitals and digits that end in 1, like the recorded codes of short links. */
export function qrCodeId(): string {
  return `${[...randomBytes(13)].map((byte) => CAPITALS.charAt(byte % CAPITALS.length)).join("")}1`;
}
