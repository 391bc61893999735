import { code, page, table } from "./markdown.mjs";

/** Whether a failure of this kind is retried. */
const RETRIED = {
  final: "no",
  limit: "yes, after a wait: the request was not executed",
  unreachable: "yes: the request was not executed",
  transient: "safe requests: yes; a create: after reading the account; a message: never",
  unclear: "safe requests: once; a create: after reading the account; a message: never",
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
  const { errors, exitCodeOf, warnings, matonStatus, whatsappErrors, subcodes, unpublished } = sources;
  return page("Errors", [
    "## Mycobot's codes",
    "With `--json` an error is `{ version: 1, error: { code, message, hint, … } }` on stderr. The codes are stable.",
    table(
      ["code", "meaning", "exit code"],
      Object.entries(errors).map(([each, { meaning }]) => [code(each), meaning, exitCodeOf(each)]),
    ),
    "## Warnings",
    "`pulumi preview`, `up`, `refresh` and `destroy` print warnings at their resource. Each warning starts with its code. The codes are stable. A warning never fails a run.",
    table(
      ["code", "meaning"],
      Object.entries(warnings).map(([each, meaning]) => [code(each), meaning]),
    ),
    "## Maton's statuses",
    "A response without `fbtrace_id` whose `code` is the HTTP status is Maton's own. All other responses are WhatsApp's and are forwarded unchanged.",
    table(["status", "code", "what to do"], matonRows(matonStatus)),
    "## WhatsApp's codes",
    "The code determines the meaning; the HTTP status of a code varies. Source: Meta's page of error codes, and recorded responses for codes that it does not list.",
    table(
      ["code", "meaning", "retried automatically", "what to do"],
      numeric(whatsappErrors).map(([each, { meaning, retry, advice }]) => [each, meaning, RETRIED[retry], advice]),
    ),
    "All codes from 200 to 299 are permission errors.",
    "## WhatsApp's subcodes",
    "Almost all of them occur with code 100, on templates. Retrying does not help.",
    table(
      ["subcode", "meaning", "what to do", "code of Mycobot"],
      numeric(subcodes).map(([each, { meaning, advice, ours }]) => [
        each,
        meaning,
        advice,
        ours === undefined ? "" : code(ours),
      ]),
    ),
    "## Codes without a published meaning",
    "WhatsApp uses these codes and subcodes, unless they are listed above, without a published meaning. Mycobot does not retry them, and its errors say that the meaning is not published.",
    table(
      ["code or subcode", "about"],
      unpublished.map(({ from, to, about }) => [from === to ? from : `${from} to ${to}`, about]),
    ),
  ]);
};
