import { type Finding, note } from "../source/finding.ts";
import type { Place } from "../source/place.ts";

/** Templates of one account; every language counts. Source: Meta, message templates, limits. */
const UNVERIFIED_TEMPLATES = 250;
const VERIFIED_TEMPLATES = 6000;
/** Creates in an hour, of one account. */
const CREATES_AN_HOUR = 100;

/** What the account's quotas mean for a stack of this size. */
export function quotaFindings(count: number, at: Place): Finding[] {
  const findings: Finding[] = [];
  if (count > VERIFIED_TEMPLATES) {
    const message = `${count} templates, every language counted: a WhatsApp account holds ${VERIFIED_TEMPLATES} at most`;
    findings.push(
      note({ code: "template-quota", at, message, hint: "Take old versions out, or use a second account." }),
    );
  } else if (count > UNVERIFIED_TEMPLATES) {
    const message = `${count} templates, every language counted: an account of an unverified business holds ${UNVERIFIED_TEMPLATES}`;
    findings.push(
      note({
        code: "template-quota",
        at,
        message,
        hint: `Verify the business and its display name: then it holds ${VERIFIED_TEMPLATES}.`,
      }),
    );
  }
  if (count > CREATES_AN_HOUR) {
    const hours = Math.ceil(count / CREATES_AN_HOUR);
    const message = `${count} templates: WhatsApp takes ${CREATES_AN_HOUR} creates an hour, so a first \`pulumi up\` takes about ${hours} hours`;
    findings.push(
      note({
        code: "create-quota",
        at,
        message,
        hint: "Run `pulumi up` again when an hour's quota is used up: it goes on where it stopped.",
      }),
    );
  }
  return findings;
}
