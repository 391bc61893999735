import { didYouMean } from "../did-you-mean.ts";
import { error, type Finding } from "../source/finding.ts";
import { child, entriesOf, isScalar, type LocatedMap } from "../source/located.ts";

/** Connection ids are uuids; documentation also prints `conn_abc123`. A key that somebody chose has seldom digits and length. */
const looksLikeId = (text: string): boolean => text.length >= 8 && /\d/.test(text);

/** `account.connection` is a key under `connections`, or an id. */
export function connectionFindings(tree: LocatedMap): Finding[] {
  const chosen = child(child(tree, "account"), "connection");
  if (!isScalar(chosen) || typeof chosen.value !== "string" || chosen.unresolved === true) return [];
  const keys = entriesOf(child(tree, "connections")).map(([key]) => key);
  if (keys.includes(chosen.value) || looksLikeId(chosen.value)) return [];
  const message = `\`${chosen.value}\` is no key under \`connections\`, and does not look like a connection's id`;
  const hint = didYouMean(
    chosen.value,
    keys,
    `Declare it: connections: { ${chosen.value}: { app: whatsapp-business } }.`,
  );
  return [error({ code: "unknown-connection", at: chosen.place, message, hint })];
}
