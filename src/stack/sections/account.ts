import { z } from "zod";
import { WHATSAPP_APP } from "../../model/connection.ts";
import { closest } from "../../model/text/index.ts";
import { didYouMean } from "../did-you-mean.ts";
import { error, type LocatedFinding, warning } from "../findings.ts";
import { digits, exactlyOne, id, mapOf, shown } from "../shape/schema.ts";
import { child, entriesOf, isScalar, type LocatedMap, type SourcePosition, textOf } from "../source/located.ts";
import type { ConnectionDeclaration, Stack } from "../types.ts";

export const account = shown(
  z.strictObject({
    waba: digits({
      description: "WhatsApp Business Account id: digits, in quotes.",
      example: "102290129340398",
      pattern: "^\\d+$",
    }),
    connection: id({
      description: "A key under `connections`, or the id of a Maton connection. Default: the only ACTIVE one.",
      example: "shop",
    }).optional(),
    app: digits({
      description: "Meta app id, in quotes. Required for uploads only: samples of media headers and profile pictures.",
      example: "670843887433847",
      pattern: "^\\d+$",
    }).optional(),
  }),
  {
    description:
      "The account that this environment manages. A file without it is a fragment for other files to extend.",
    example: { waba: "102290129340398" },
  },
);

export function declareAccount(tree: LocatedMap): Stack["account"] {
  const node = child(tree, "account");
  const [waba, connection, app] = ["waba", "connection", "app"].map((key) => textOf(child(node, key)));
  return {
    waba: waba ?? "",
    ...(connection === undefined ? {} : { connection }),
    ...(app === undefined ? {} : { app }),
  };
}

export function hasApp(tree: LocatedMap): boolean {
  return child(child(tree, "account"), "app") !== undefined;
}

/** Uploads go to an app: the call is `/{app}/uploads`. Not required if the API key is bound to an app. */
export function appMissing(at: SourcePosition): LocatedFinding {
  const message = "a file is uploaded to a Meta app, but `account.app` is not set";
  return warning({ code: "app-missing", at, message, hint: "Set `app` to the app's id under `account`." });
}

const connection = exactlyOne(
  {
    app: id({
      description: "Creates a connection of this app. Its authorization link must be opened once.",
      example: WHATSAPP_APP,
    }),
    id: id({
      description: "Uses an existing connection, and never deletes it.",
      example: "21fd90f9-5935-43cd-b6c8-bde9d915ca80",
    }),
  },
  "a connection",
  { description: "A connection of the Maton gateway to WhatsApp.", example: { app: WHATSAPP_APP } },
);

export const connections = mapOf(connection, {
  description: "Connections by a key of your choice, for use in `account.connection`.",
  example: { shop: { app: WHATSAPP_APP } },
});

export function declareConnections(tree: LocatedMap): ConnectionDeclaration[] {
  return entriesOf(child(tree, "connections")).flatMap(([key, { value }]): ConnectionDeclaration[] => {
    const existing = textOf(child(value, "id"));
    const app = textOf(child(value, "app"));
    if (existing !== undefined) return [{ key, id: existing }];
    return app === undefined ? [] : [{ key, app }];
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the gateway accepts as an id. Unlike ids, keys seldom have digits and this length. */
const ID_CHARACTERS = /^[A-Za-z0-9_-]{8,128}$/;

/** Connection ids are UUIDs; the gateway's documentation also shows `conn_abc123`. */
function looksLikeId(text: string, keys: readonly string[]): boolean {
  if (UUID.test(text)) return true;
  return ID_CHARACTERS.test(text) && /\d/.test(text) && closest(text, keys) === undefined;
}

/** `account.connection` must be a key under `connections`, or an id. */
export function connectionFindings(tree: LocatedMap): LocatedFinding[] {
  const chosen = child(child(tree, "account"), "connection");
  if (!isScalar(chosen) || typeof chosen.value !== "string" || chosen.unresolved === true) return [];
  const keys = entriesOf(child(tree, "connections")).map(([key]) => key);
  if (keys.includes(chosen.value) || looksLikeId(chosen.value, keys)) return [];
  const message = `\`${chosen.value}\` is neither a key under \`connections\` nor a connection id`;
  const hint = didYouMean(
    chosen.value,
    keys,
    `Declare it: connections: { ${chosen.value}: { app: ${WHATSAPP_APP} } }.`,
  );
  return [error({ code: "unknown-connection", at: chosen.position, message, hint })];
}
