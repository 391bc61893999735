import { MycobotError } from "../../errors/index.ts";

/** Characters that do not belong in a secret, with their names. The secret itself is never shown. */
const INVALID_CHARACTERS: readonly [RegExp, string][] = [
  [/[\r\n]/, "a line break"],
  [/\t/, "a tab"],
  [/ /, "a space"],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
  [/[\u0000-\u001f\u007f]/, "a control character"],
  [/[\u0080-\uffff]/, "a non-ASCII character"],
];

/**
 * Maton's key, safe in a header. `source`: the variable that holds it, for messages.
 * @throws MYCO_KEY_MISSING, MYCO_KEY_MALFORMED
 */
export function checkedApiKey(key: string | undefined, source = "MATON_API_KEY"): string {
  if (key === undefined || key === "") {
    throw new MycobotError("MYCO_KEY_MISSING", "No API key: MATON_API_KEY is not set, and this request requires one", {
      hint: "Create a key at https://maton.ai/settings and set it in the environment as MATON_API_KEY, or set MATON_API_KEY_COMMAND to a command that prints it.",
    });
  }
  const problem = invalidCharacter(key);
  if (problem === undefined) return key;
  throw new MycobotError("MYCO_KEY_MALFORMED", `${source} contains ${problem}`, {
    hint: "Copy the key again, without spaces, quotes or line breaks.",
  });
}

/**
 * WhatsApp's own token, safe in a header. Maton's key in its place is rejected: it must not be sent to WhatsApp.
 * @throws MYCO_ACCESS_TOKEN_MISSING, MYCO_USAGE
 */
export function checkedAccessToken(token: string | undefined, apiKey: string | undefined): string {
  if (token === undefined || token === "") {
    throw new MycobotError(
      "MYCO_ACCESS_TOKEN_MISSING",
      "No WhatsApp access token: WHATSAPP_ACCESS_TOKEN is not set. WhatsApp serves media only to its own tokens, and the gateway does not provide one",
      {
        hint: "Set WHATSAPP_ACCESS_TOKEN to a system user's token, or download the media from its URL with another client within 5 minutes.",
      },
    );
  }
  if (token === apiKey) {
    throw new MycobotError("MYCO_USAGE", "WHATSAPP_ACCESS_TOKEN contains Maton's key, which is sent only to Maton", {
      hint: "Set it to a WhatsApp access token, which begins with EAA.",
    });
  }
  const problem = invalidCharacter(token);
  if (problem === undefined) return token;
  throw new MycobotError("MYCO_USAGE", `WHATSAPP_ACCESS_TOKEN contains ${problem}`, {
    hint: "Copy the token again, without spaces, quotes or line breaks.",
  });
}

/** Names the first character that a header cannot carry, with its position; undefined when there is none. */
function invalidCharacter(secret: string): string | undefined {
  const position = secret.search(/[^\u0021-\u007e]/);
  if (position < 0) return undefined;
  const character = secret.charAt(position);
  const kind = INVALID_CHARACTERS.find(([pattern]) => pattern.test(character))?.[1] ?? "an unexpected character";
  return `${kind} at position ${position + 1} of ${secret.length}`;
}
