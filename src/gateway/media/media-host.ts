import { MycobotError } from "../../errors/index.ts";
import { isLoopback } from "../options/base-url.ts";
import { redactedLine } from "../redact/index.ts";

/** Where WhatsApp keeps media. Source: recorded answers (`lookaside.fbsbx.com`), Meta's list of hosts. */
const HOSTS = ["fbsbx.com", "fbcdn.net", "facebook.com", "whatsapp.com", "whatsapp.net"];

/**
 * The address of media, when WhatsApp's token may go there: WhatsApp's own hosts with https, or this machine.
 * @throws MYCO_INSECURE_URL
 */
export function checkedMediaUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const host = url?.hostname ?? "";
  const ours = HOSTS.some((own) => host === own || host.endsWith(`.${own}`));
  if (
    url !== undefined &&
    ((url.protocol === "https:" && ours) || (/^https?:$/.test(url.protocol) && isLoopback(host)))
  ) {
    return url;
  }
  throw new MycobotError(
    "MYCO_INSECURE_URL",
    `The media are said to be at ${redactedLine(host === "" ? "no address" : `${url?.protocol}//${host}`)}, which is none of WhatsApp's hosts: the token is not sent there`,
    { hint: "Check MATON_API_URL, and whether the media id is right." },
  );
}
