import { MycobotError } from "../../errors/index.ts";

/**
 * WhatsApp's own token, fit for a header, and not Maton's key by mistake.
 * @throws MYCO_ACCESS_TOKEN_MISSING, MYCO_USAGE
 */
export function checkedAccessToken(token: string | undefined, apiKey: string | undefined): string {
  if (token === undefined || token === "") {
    throw new MycobotError(
      "MYCO_ACCESS_TOKEN_MISSING",
      "WhatsApp gives the bytes of media only for its own token, which the gateway does not hand out, and WHATSAPP_ACCESS_TOKEN is not set",
      {
        hint: "Put a token of a system user into WHATSAPP_ACCESS_TOKEN; or fetch the media's URL elsewhere, within 5 minutes.",
      },
    );
  }
  if (token === apiKey) {
    throw new MycobotError("MYCO_USAGE", "WHATSAPP_ACCESS_TOKEN is Maton's key: it is sent to nobody else", {
      hint: "Put WhatsApp's own token there; it begins with EAA.",
    });
  }
  if (/^[\u0021-\u007e]+$/.test(token)) return token;
  throw new MycobotError("MYCO_USAGE", "WHATSAPP_ACCESS_TOKEN contains a blank or another character no token has", {
    hint: "Copy the token again, without blanks, quotes or line breaks.",
  });
}
