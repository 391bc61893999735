/**
 * Whether a digest is the one that WhatsApp named: hex in its documents, base64 in newer answers. Undefined when it is
 * neither.
 */
export function sameDigest(actual: Buffer, named: string): boolean | undefined {
  const text = named.trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return actual.toString("hex") === text.toLowerCase();
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return actual.equals(Buffer.from(text, "base64"));
  return undefined;
}
