import { z } from "zod";
import { digits, exactlyOne, id, mapOf, shown } from "./scalars.ts";

export const account = shown(
  z.strictObject({
    waba: digits({
      description: "WhatsApp Business Account id: digits, in quotes.",
      example: "102290129340398",
      pattern: "^\\d+$",
    }),
    connection: id({
      description: "A key under `connections`, or the id of a Maton connection. Without it: the only ACTIVE one.",
      example: "shop",
    }).optional(),
    app: digits({
      description: "Meta app id, in quotes. Only for uploads: samples of media headers and profile pictures.",
      example: "670843887433847",
      pattern: "^\\d+$",
    }).optional(),
  }),
  {
    description: "The account that this environment manages. A file without it is a fragment, to be extended.",
    example: { waba: "102290129340398" },
  },
);

const connection = exactlyOne(
  {
    app: id({
      description: "Makes a new connection of this app. Somebody has to open its link once.",
      example: "whatsapp-business",
    }),
    id: id({
      description: "Uses a connection that exists, and never deletes it.",
      example: "21fd90f9-5935-43cd-b6c8-bde9d915ca80",
    }),
  },
  "a connection",
  { description: "A connection of the Maton gateway to WhatsApp.", example: { app: "whatsapp-business" } },
);

export const connections = mapOf(connection, {
  description: "Connections by a key of your choice, which `account.connection` names.",
  example: { shop: { app: "whatsapp-business" } },
});
