import { MycobotError } from "../../errors/index.ts";

const WHERE_KEYS_ARE_MADE =
  "Keys are made at https://maton.ai/settings; put yours in the environment as MATON_API_KEY.";

/** What must not stand in a key. The key itself is never shown. */
const INTRUDERS: readonly [RegExp, string][] = [
  [/[\r\n]/, "a line break"],
  [/\t/, "a tab"],
  [/ /, "a space"],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched for
  [/[\u0000-\u001f\u007f]/, "a control character"],
  [/[\u0080-\uffff]/, "a character outside ASCII"],
];

/**
 * The key, fit for a header.
 * @throws MYCO_KEY_MISSING, MYCO_KEY_MALFORMED
 */
export function checkedApiKey(key: string | undefined): string {
  if (key === undefined || key === "") {
    throw new MycobotError("MYCO_KEY_MISSING", "No Maton key: a request has to be sent, and MATON_API_KEY is not set", {
      hint: WHERE_KEYS_ARE_MADE,
    });
  }
  const position = key.search(/[^\u0021-\u007e]/);
  if (position >= 0) {
    const character = key.charAt(position);
    const kind = INTRUDERS.find(([pattern]) => pattern.test(character))?.[1] ?? "an unexpected character";
    throw new MycobotError(
      "MYCO_KEY_MALFORMED",
      `MATON_API_KEY contains ${kind} at position ${position + 1} of ${key.length}`,
      { hint: "Copy the key again, without blanks, quotes or line breaks." },
    );
  }
  return key;
}
