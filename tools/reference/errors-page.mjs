import { code, page, table } from "./markdown.mjs";

const REPEATED = {
  final: "no",
  limit: "yes, after a wait: it was not executed",
  unreachable: "yes: it was not executed",
  transient: "what is safe to repeat: yes; a create after a look at the account; a message never",
  unclear: "what is safe to repeat: once; a create after a look at the account; a message never",
};

const MATON_STATUSES = [400, 401, 403, 404, 429, 500];

const numeric = (record) => Object.entries(record).sort(([a], [b]) => Number(a) - Number(b));

const matonRows = (matonStatus) => {
  const proxied = { plane: "proxy", segments: [] };
  const row = (status, message, label) => {
    const { code: error, hint } = matonStatus(proxied, status, message);
    return [label, code(error), hint];
  };
  return [
    row(400, "no connection", "400, about a connection"),
    ...MATON_STATUSES.map((each) => row(each, "", String(each))),
  ];
};

/** docs/reference/errors.md */
export const errorsPage = (sources) => {
  const { errorCodes, errorMeanings, exitCodeOf, warnings, matonStatus, whatsappErrors, subcodes } = sources;
  return page("Errors", [
    "## Mycobot's codes",
    "With `--json` an error is `{ version: 1, error: { code, message, hint, … } }` on stderr. The codes are stable.",
    table(
      ["code", "meaning", "exit code"],
      errorCodes.map((each) => [code(each), errorMeanings[each], exitCodeOf(each)]),
    ),
    "## Warnings",
    "`pulumi preview`, `up`, `refresh` and `destroy` print them beside the resource. Each begins with its code; the codes are stable. A warning fails nothing.",
    table(
      ["code", "meaning"],
      Object.entries(warnings).map(([each, meaning]) => [code(each), meaning]),
    ),
    "## Maton's statuses",
    "An answer without `fbtrace_id`, whose `code` is the HTTP status, is Maton's own. Everything else is WhatsApp's and passes through unchanged.",
    table(["status", "code", "what to do"], matonRows(matonStatus)),
    "## WhatsApp's codes",
    "The code decides, not the HTTP status: that varies for one code. Source: Meta's error code page, and recorded answers where it is silent. ",
    table(
      ["code", "meaning", "repeated by itself", "what to do"],
      numeric(whatsappErrors).map(([each, { meaning, retry, advice }]) => [each, meaning, REPEATED[retry], advice]),
    ),
    "Codes 200 to 299 are all permissions.",
    "## WhatsApp's subcodes",
    "Nearly all come with code 100, on templates. None is worth a repetition.",
    table(
      ["subcode", "meaning", "what to do"],
      numeric(subcodes).map(([each, { meaning, advice }]) => [each, meaning, advice]),
    ),
  ]);
};
