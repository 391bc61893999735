/** Descriptions of the emulator's control calls. Generating the page fails if a route has no description. */
export const CONTROL_CALLS = {
  "GET /_emulator/connect": {
    does: "The authorization page of a PENDING connection. Opening it makes the connection ACTIVE. Requires the `session_token` of the URL.",
  },
  "GET /_emulator/state": {
    does: "Returns the whole state: accounts with templates, locks and flows, phone numbers, connections, uploads, messages with their status, media.",
  },
  "GET /_emulator/metrics": {
    does: "Returns the number of requests by route and status, and the maximum in any sliding second.",
  },
  "GET /_emulator/faults": { does: "Returns the active switches and rules." },
  "POST /_emulator/faults": { body: "{switches?, rules?}", does: "Replaces all switches and rules." },
  "GET /_emulator/clock": { does: "Returns the emulator's time." },
  "POST /_emulator/clock": {
    body: '{"advance": "24h"}',
    does: "Advances the emulator's time. Reviews, locks, budgets and quotas use this time.",
  },
  "POST /_emulator/review": {
    body: "{id | name, language?, status, reason?, pause?}",
    does: "Sets the status of a template immediately. Without `language`, sets it for all languages of the name. `PAUSED` lasts 3 hours, the second time 6 hours, and the third time the template is DISABLED; with `pause: pacing`, it lasts until `POST /{id}/unpause`.",
  },
  "POST /_emulator/inbound": {
    body: "{from, phone?, text?}",
    does: "Simulates an incoming message: opens the 24-hour window and returns the message id, which can be marked as read and reacted to.",
  },
  "POST /_emulator/templates": {
    body: "{data: […]} or one template",
    does: "Adds templates in the format of a seed to the first account or to `?waba=ID`, without validation, review or budgets.",
  },
  "POST /_emulator/templates/{id}": {
    body: "any fields",
    does: "Overwrites fields of a template without validation, review or budgets, like a change by another client. A status that is set is not overwritten by a pending review.",
  },
  "DELETE /_emulator/templates/{id}": {
    does: "Removes a template without locking its name.",
  },
  "POST /_emulator/connections/{id}": {
    body: '{"status": "FAILED"}',
    does: "Sets the status of a connection to ACTIVE, PENDING or FAILED.",
  },
  "POST /_emulator/flows/{id}": {
    body: '{"status": "THROTTLED"}',
    does: "Sets the status of a flow to DRAFT, PUBLISHED, DEPRECATED, BLOCKED or THROTTLED.",
  },
  "POST /_emulator/reset": {
    does: "Resets seed, clock, faults and counters. The first connection keeps its id, regardless of `--connection`.",
  },
};
