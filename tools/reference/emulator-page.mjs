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
    "## Its own control surface",
    'No key, no rate limit, no faults. An error is `{ "error": "…" }`. Durations are milliseconds or text such as `10m`, `24h`, `7d`.',
    table(["call", "body", "what it does"], controlRows(calls)),
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
