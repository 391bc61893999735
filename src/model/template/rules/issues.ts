import type { Issue, Severity } from "../../issue.ts";
import type { WhatsAppAnswer } from "../tables/index.ts";

type Make = (code: string, path: string, message: string, hint: string, whatsapp?: WhatsAppAnswer) => Issue;

function severity(weight: Severity): Make {
  return (code, path, message, hint, whatsapp) => ({
    severity: weight,
    code,
    path,
    message,
    hint,
    ...(whatsapp === undefined ? {} : { whatsapp }),
  });
}

/** A rule that WhatsApp enforces for certain. */
export const error = severity("error");

/** A rule of which reports differ, or that only spoils the message. */
export const warning = severity("warning");
