import { createHash } from "node:crypto";
import { PERIODS } from "../clock.ts";
import { token } from "../ids.ts";

const LIFE = 7 * PERIODS.DAY;

function digitsOf(seed: string): string[] {
  const digest = createHash("sha256").update(seed).digest();
  return [0, 6, 12].map((start) => digest.readUIntBE(start, 6).toString());
}

function extensionOf(handle: string): string {
  const type = Buffer.from(/^4::([^:]+)/.exec(handle)?.[1] ?? "", "base64").toString();
  return /^\w+\/(jpe?g|png|mp4|pdf)$/.exec(type)?.[1] ?? "jpg";
}

/** The expiry in Meta's media URLs: Unix seconds in hexadecimal. */
function expiry(now: number): string {
  return Math.floor((now + LIFE) / PERIODS.SECOND)
    .toString(16)
    .toUpperCase();
}

/** A signed URL of a template's media sample. The path is constant for a sample; the signature changes on every read. */
export function sampleUrl(handle: string, now: number): string {
  const file = digitsOf(handle).join("_");
  const query = `ccb=1-7&_nc_sid=8b1bef&_nc_ohc=${token(23)}&_nc_zt=3&_nc_ht=scontent.whatsapp.net&edm=AH51TzQEAAAA&_nc_gid=${token(22)}&oh=01_${token(56)}&oe=${expiry(now)}`;
  return `https://scontent.whatsapp.net/v/t61.29466-34/${file}_n.${extensionOf(handle)}?${query}`;
}

/** A signed URL of a profile picture. Its signature changes on every read, too. */
export function pictureUrl(handle: string, now: number): string {
  const file = digitsOf(handle).join("_");
  return `https://pps.whatsapp.net/v/t61.24694-24/${file}_n.jpg?ccb=11-4&oh=01_${token(56)}&oe=${expiry(now)}&_nc_sid=5e03e0&_nc_cat=${(now % 9) + 100}`;
}
