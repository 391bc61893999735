import { CONTROL_CALLS } from "./control-calls.mjs";
import { block, code, page, table } from "./markdown.mjs";
import { schemaRows } from "./schema-rows.mjs";

const PROXY = "/whatsapp-business/:version{v[0-9]+\\.[0-9]+}";
const CONTROL = "/_emulator";

/** A string, not an object: the linter treats an object with a `then` key as a promise. */
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
      if (known === undefined) throw new Error(`tools/reference/control-calls.mjs has no description of ${call}`);
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
    "For the command, see [`mycobot emulator`](cli.md#mycobot-emulator). In tests, `startEmulator` takes the same options.",
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
    "## Routes",
    "The gateway's proxy. `{id}` is the id of an account, phone number, template, flow, media object or app:",
    block(servedLines(calls, PROXY, "/whatsapp-business/{version}")),
    "The control plane:",
    block(
      calls
        .filter(({ path }) => /^\/(connections|user)/.test(path))
        .map(({ method, path }) => `${method.padEnd(6)} ${spelled(path)}`),
    ),
    "With `--direct`, the proxy's routes are also available without `/whatsapp-business` and with any token, and media and flow JSON can be downloaded. The token is in the `Authorization` header, or in `access_token` in the query or in the body.",
    "A path without a version has v23.0; faults, metrics and page links show the path with it. Parameters can be in the query, in a form, in a multipart form or in a JSON body, and an object or a list can be a JSON text. Links to further pages lead to the emulator for direct calls, and to graph.facebook.com behind the gateway.",
    "`POST /{version}` with `batch` makes up to 50 calls in order, each with its own code, headers and body; references between them (`{result=…}`) and `attached_files` are refused. `GET /{version}?ids=A,B` reads up to 50 objects, and `GET /{version}/{edge}?ids=A,B` one edge of each. `fields` can contain edges with arguments and fields of their own, such as `id,message_templates.limit(2){name,status}`, and the inner fields of a field, such as `quality_score{score}`.",
    "The maximum body size is 10 MB, and 100 MB plus the multipart overhead for a media upload. A larger body is answered with 413.",
    "## Templates at the start",
    "A new account has WhatsApp's sample `hello_world` (en_US, APPROVED), as a real one does. Its wording is the emulator's own. `--seed` replaces it in the first account; `{ \"data\": [] }` is an account without templates.",
    "## Control surface",
    'The control surface has no key, no rate limit and no faults. An error is `{ "error": "…" }`. A duration is a number of milliseconds or a string such as `10m`, `24h` or `7d`.',
    "Because it has no key, it accepts requests from this machine only: a `Host` that is not a loopback name or address gets 421, and a request from a web page of another origin gets 403. The authorization page can be opened from any link. Like those of Maton, the gateway's routes can be called from any web page with a key. Set `--api-key` to restrict this.",
    table(["call", "body", "what it does"], controlRows(calls)),
    "## The state file",
    "`--state FILE` keeps the state between runs, except for media content, faults and counters. `FILE.lock` in the same folder prevents a second emulator from starting with the same file. After a kill, the next start takes over the lock within 5 seconds. The file is always written as a whole. If a write fails, for example because the folder was removed or the disk is full, the emulator prints one warning per cause on stderr and keeps running. It writes again after the next change and when it stops.",
    "The id of the first connection is random in every run unless `--connection` sets it. A state file keeps this id, even after a reset. With a state file, `--connection` applies only when the file is new; `--waba`, `--phone` and `--seed` apply when the file is new and after a reset.",
    "## Generated templates and Direct Send",
    "A template with `source: AUTO_GENERATED`, from the seed or from `POST /_emulator/templates`, represents a template that WhatsApp generated for Direct Send. Reads return `source` only if `fields` contains it. The list can be filtered by `source=AUTO_GENERATED`. An edit is rejected with 2388318 and a delete with 2388330.",
    "A message with a `category` (`utility` or `authentication`) is sent by Direct Send: outside the 24-hour window, as a text, a link or buttons. It is assigned to a generated template with the same content, or with the name in `direct_send_config`; if there is none, it is created. If the account has another template with that name, the response is the usual one, and the status of the message in `GET /_emulator/state` is failed with 132021, which WhatsApp reports by webhook only.",
    "`POST /{waba}/message_samples` returns the category of a message and stores nothing. The emulator decides by keywords, because WhatsApp does not publish its method: AUTHENTICATION for a code (OTP, passcode, verification code …) together with 4 to 8 digits or a variable; MARKETING for an offer (sale, discount, % off, coupon, shop now …); UTILITY otherwise.",
    "## Flows",
    "A flow starts as a DRAFT, is changed by `POST /{flow}` and `POST /{flow}/assets`, published and deprecated. Wrong orders are rejected with 139001 (change of a published flow), 139002 (publish), 139003 (deprecate) and 139004 (delete). Publishing requires flow JSON without validation errors, an endpoint if the flow JSON has `data_api_version`, and a phone number in the account; the endpoint is not called, and no public key is required.",
    "The validation of flow JSON covers version, top-level properties, screens with their ids and layouts, terminal screens, navigation and the routing model. Of components, it checks only footers and actions. `POST /_emulator/flows/{id}` sets a status that only WhatsApp's monitoring assigns.",
    "Flow buttons of templates and flow messages are accepted with any flow, also one that does not exist: WhatsApp's errors for these cases are not published.",
    "## Analytics, migration and comparison",
    "`analytics`, `conversation_analytics` and `template_analytics` of an account are checked and answered without data points. `GET /{template}/compare` counts the messages that were sent. `POST /{waba}/migrate_message_templates` copies templates between two accounts of the emulator (`--waba` twice), which all belong to one business; the copies are APPROVED at once. The reasons of failures are the emulator's own.",
    "## Switches",
    "Set switches under `switches` in a faults file or with `POST /_emulator/faults`, which replaces all of them. `{}` restores the normal behavior.",
    table(
      ["switch", "type", "meaning", "default"],
      schemaRows(switches).map(([key, type, , meaning]) => {
        const standard = switches.properties[key.replaceAll("`", "")]?.default;
        return [key, type, meaning, standard === undefined ? "" : code(JSON.stringify(standard))];
      }),
    ),
    "## Rules",
    "Set rules under `rules` in a faults file: a list of `{ match, then }`. The first matching rule applies to a request. A request that is rejected because of its key or its rate does not use up a rule.",
    table(
      ["key", "type", "meaning"],
      schemaRows(rules.items).map(([key, type, , meaning]) => [key, type, meaning]),
    ),
    block([LOST_REPLY], "json"),
    "This example creates the second template but answers 500, which simulates a lost response.",
  ]);
};
