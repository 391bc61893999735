import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** Letters, digits, "-" and "_", as in Meta's trace ids and signatures. */
export const token = (length: number): string => randomBytes(length).toString("base64url").slice(0, length);

/** As in recorded errors: "A" and 22 more characters. */
export const fbtraceId = (): string => `A${token(22)}`;

/** A 16-digit decimal string, the usual length of Graph ids. */
export const graphId = (): string =>
  `${randomInt(1, 10)}${randomInt(0, 1e9).toString().padStart(9, "0")}${randomInt(0, 1e6).toString().padStart(6, "0")}`;

export const connectionId = (): string => randomUUID();

/** 32 hexadecimal digits. */
export const hexToken = (): string => randomBytes(16).toString("hex");

const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Fourteen capitals and digits that end in 1, as the recorded codes of short links. */
export const qrCodeId = (): string =>
  `${[...randomBytes(13)].map((byte) => CAPITALS.charAt(byte % CAPITALS.length)).join("")}1`;
