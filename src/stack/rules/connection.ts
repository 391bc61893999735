import { closest } from "../../model/text/index.ts";
import { didYouMean } from "../did-you-mean.ts";
import { error, type Finding } from "../source/finding.ts";
import { child, entriesOf, isScalar, type LocatedMap } from "../source/located.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the gateway takes as an id. A key that somebody chose has seldom digits and length, as ids of another form have. */
const ID_CHARACTERS = /^[A-Za-z0-9_-]{8,128}$/;

/** Connection ids are uuids; documentation also prints `conn_abc123`. */
function looksLikeId(text: string, keys: readonly string[]): boolean {
  if (UUID.test(text)) return true;
  return ID_CHARACTERS.test(text) && /\d/.test(text) && closest(text, keys) === undefined;
}

/** `account.connection` is a key under `connections`, or an id. */
export function connectionFindings(tree: LocatedMap): Finding[] {
  const chosen = child(child(tree, "account"), "connection");
  if (!isScalar(chosen) || typeof chosen.value !== "string" || chosen.unresolved === true) return [];
  const keys = entriesOf(child(tree, "connections")).map(([key]) => key);
  if (keys.includes(chosen.value) || looksLikeId(chosen.value, keys)) return [];
  const message = `\`${chosen.value}\` is no key under \`connections\`, and does not look like a connection's id`;
  const hint = didYouMean(
    chosen.value,
    keys,
    `Declare it: connections: { ${chosen.value}: { app: whatsapp-business } }.`,
  );
  return [error({ code: "unknown-connection", at: chosen.place, message, hint })];
}
