import type { Issue } from "../issue.ts";
import { pointer, quote, textLength } from "../text/index.ts";
import { PROFILE_LIMITS } from "./tables.ts";

const PATH = "/websites";

function problem(code: string, path: string, message: string, hint: string): Issue {
  return { severity: "error", code, path, message, hint, whatsapp: { code: 100 } };
}

function* websiteIssues(website: string, path: string): Iterable<Issue> {
  const { codePoints } = textLength(website);
  if (!/^https?:\/\//i.test(website))
    yield problem(
      "website-scheme",
      path,
      `website ${quote(website)} does not begin with http:// or https://`,
      website === "" ? "Leave it out; [] clears all websites." : `Write ${quote(`https://${website}`)}.`,
    );
  else if (/\s/.test(website) || !URL.canParse(website))
    yield problem(
      "website-invalid",
      path,
      `website ${quote(website)} is no valid address`,
      "Write it like https://example.com.",
    );
  if (codePoints > PROFILE_LIMITS.website)
    yield problem(
      "website-too-long",
      path,
      `website ${quote(website)} has ${codePoints} characters, WhatsApp allows ${PROFILE_LIMITS.website}`,
      `Shorten it by ${codePoints - PROFILE_LIMITS.website}.`,
    );
}

/** The websites: up to two, each with http(s):// and up to 256 characters. */
export function* lintWebsites(websites: unknown): Iterable<Issue> {
  if (websites === undefined) return;
  if (!Array.isArray(websites)) {
    yield problem(
      "wrong-type",
      PATH,
      `websites is ${quote(websites)}, WhatsApp expects a list of texts`,
      "Write a list.",
    );
    return;
  }
  if (websites.length > PROFILE_LIMITS.websites)
    yield problem(
      "websites-too-many",
      PATH,
      `there are ${websites.length} websites, WhatsApp allows ${PROFILE_LIMITS.websites}`,
      `Keep ${PROFILE_LIMITS.websites}.`,
    );
  for (const [index, website] of websites.entries()) {
    const path = pointer(PATH, index);
    if (typeof website === "string") yield* websiteIssues(website, path);
    else
      yield problem("wrong-type", path, `website is ${quote(website)}, WhatsApp expects a text`, "Put it in quotes.");
  }
}
