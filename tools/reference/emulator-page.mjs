import { CONTROL_CALLS } from "./control-calls.mjs";
import { block, code, page, table } from "./markdown.mjs";
import { schemaRows } from "./schema-rows.mjs";

const PROXY = "/whatsapp-business/:version{v[0-9]+\\.[0-9]+}";
const CONTROL = "/_emulator";

/** Text, not an object: linters take an object with `then` for a promise. */
const LOST_REPLY = `{
  "rules": [
    {
      "match": { "method": "POST", "path": "/**/message_templates", "nth": 2 },
      "then": { "applyFirst": true, "status": 500 }
    }
  ]
}`;

const isCall = ({ method }) => method !== "ALL";

const spelled = (path) => path.replace(/:(\w+)/g, "{$1}");

function controlRows(routes) {
  return routes
    .filter(({ path }) => path.startsWith(`${CONTROL}/`))
    .map(({ method, path }) => {
      const call = `${method} ${spelled(path)}`;
      const known = CONTROL_CALLS[call];
      if (known === undefined) throw new Error(`tools/reference/control-calls.mjs says nothing about ${call}`);
      return [code(call), known.body === undefined ? "" : code(known.body), known.does];
    });
}

const servedLines = (routes, prefix, shown) =>
  routes
    .filter(({ path }) => path.startsWith(`${prefix}/`))
    .map(({ method, path }) => `${method.padEnd(6)} ${spelled(path.replace(prefix, shown))}`);

/** docs/reference/emulator.md */
export const emulatorPage = ({ command, routes, faultsSchema }) => {
  const calls = routes.filter(isCall);
  const { switches, rules } = faultsSchema.properties;
  return page("The emulator", [
    command.details.description,
    "`mycobot emulator` is [in the table of commands](cli.md#mycobot-emulator). In tests, `startEmulator` of the same name takes the same options.",
    "## Options",
    table(
      ["option", "meaning", "default"],
      command.options
        .filter(({ flags }) => !["--json", "--verbose"].includes(flags))
        .map((option) => [
          code(option.flags),
          option.description,
          option.default === undefined ? "" : code(option.default),
        ]),
    ),
    ...command.details.sections
      .filter(({ title }) => title.startsWith("Ids"))
      .map(({ title, lines }) => `**${title}**\n\n${block(lines)}`),
    "## What it serves",
    "The gateway's proxy. `{id}` is the account, phone number, template, media or app that the call is about:",
    block(servedLines(calls, PROXY, "/whatsapp-business/{version}")),
    "The control plane:",
    block(
      calls
        .filter(({ path }) => /^\/(connections|user)/.test(path))
        .map(({ method, path }) => `${method.padEnd(6)} ${spelled(path)}`),
    ),
    "With `--direct` the proxy's calls are served without `/whatsapp-business` too, with any token, and media can be fetched.",
    "A body may have 10 MB, a media upload 100 MB and its multipart frame; a larger one is answered with 413.",
    "## Its own control surface",
    'No key, no rate limit, no faults. An error is `{ "error": "…" }`. Durations are milliseconds or text such as `10m`, `24h`, `7d`.',
    "Because it has no key, it answers only this machine: a `Host` that is not a loopback name or address gets 421, and a call from a web page of another origin gets 403. The connect page opens from any link. The gateway's own routes are different: like Maton's they can be called from any web page with a key. Set `--api-key` where that matters.",
    table(["call", "body", "what it does"], controlRows(calls)),
    "## The state file",
    "`--state FILE` keeps the state between runs, without the bytes of media, the faults and the counters. `FILE.lock` beside it belongs to the running emulator: a second one on the same file does not start. After a kill the next start takes the lock over, within 5 seconds. Writes are whole files. A write that fails, because the folder is gone or the disk is full, is a warning on stderr, once per cause; the emulator keeps running, and the next change or its end tries again.",
    "The first connection's id is random in every run unless `--connection` sets it. A state file keeps it, after a reset too: `--connection` counts only when the file is new, `--waba`, `--phone` and `--seed` then and after a reset.",
    "## Generated templates and Direct Send",
    "A template of the seed, or one added by `POST /_emulator/templates`, with `source: AUTO_GENERATED` is one that WhatsApp made for Direct Send. Reads show `source` only when `fields` names it, the list filters by `source=AUTO_GENERATED`, an edit is refused with 2388318 and a delete with 2388330.",
    "A message with a `category` (`utility` or `authentication`) is sent by Direct Send: outside the 24-hour window, as a text, a link or buttons. It is attributed to a generated template with the same content, or with the name in `direct_send_config`, which is created if there is none. If the account has another template of that name, the send is answered as usual and the message's status in `GET /_emulator/state` is failed with 132021, which WhatsApp reports by webhook only.",
    "`POST /{waba}/message_samples` answers the category of a message and keeps nothing. The emulator decides by words, because WhatsApp's own way is not published: AUTHENTICATION for a code (OTP, passcode, verification code …) together with 4 to 8 digits or a variable; MARKETING for an offer (sale, discount, % off, coupon, shop now …); UTILITY otherwise.",
    "## Switches",
    "In a faults file under `switches`, or by `POST /_emulator/faults`, which replaces all of them. `{}` is the ordinary server.",
    table(
      ["switch", "type", "meaning", "default"],
      schemaRows(switches).map(([key, type, , meaning]) => {
        const standard = switches.properties[key.replaceAll("`", "")]?.default;
        return [key, type, meaning, standard === undefined ? "" : code(JSON.stringify(standard))];
      }),
    ),
    "## Rules",
    "In a faults file under `rules`: a list of `{ match, then }`. The first rule that matches a request hits it. What was refused for its key or its rate uses up no rule.",
    table(
      ["key", "type", "meaning"],
      schemaRows(rules.items).map(([key, type, , meaning]) => [key, type, meaning]),
    ),
    block([LOST_REPLY], "json"),
    "This creates the second template and answers 500 all the same: a reply that was lost.",
  ]);
};
