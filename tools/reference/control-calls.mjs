/** What the emulator's control calls do. The page cannot be written while one of its routes is missing here. */
export const CONTROL_CALLS = {
  "GET /_emulator/connect": {
    does: "The page behind a PENDING connection's URL: opening it makes the connection ACTIVE. Needs the URL's `session_token`.",
  },
  "GET /_emulator/state": {
    does: "All that it holds: accounts with templates and locks, phones, connections, uploads, messages with their status, media.",
  },
  "GET /_emulator/metrics": { does: "Requests by route and status, and the most in any sliding second." },
  "GET /_emulator/faults": { does: "The switches and rules in force." },
  "POST /_emulator/faults": { body: "{switches?, rules?}", does: "Replaces all switches and rules." },
  "GET /_emulator/clock": { does: "Its time." },
  "POST /_emulator/clock": {
    body: '{"advance": "24h"}',
    does: "Moves its time forward: reviews, locks, budgets and quotas follow.",
  },
  "POST /_emulator/review": {
    body: "{id | name, language?, status, reason?}",
    does: "Sets a template's status at once; without `language` in all languages of the name.",
  },
  "POST /_emulator/inbound": {
    body: "{from, phone?, text?}",
    does: "A user writes: opens the 24-hour window and answers with the message's id, which can be marked as read and reacted to.",
  },
  "POST /_emulator/templates": {
    body: "{data: […]} or one template",
    does: "Adds templates as a seed has them, to the first account or to `?waba=ID`: without rules, review or budgets.",
  },
  "POST /_emulator/templates/{id}": {
    body: "any fields",
    does: "Overwrites fields of a template without rules, review or budgets, as a change by another client.",
  },
  "DELETE /_emulator/templates/{id}": {
    does: "Takes a template away without a trace, and without a lock on its name.",
  },
  "POST /_emulator/connections/{id}": {
    body: '{"status": "FAILED"}',
    does: "Makes a connection ACTIVE, PENDING or FAILED.",
  },
  "POST /_emulator/reset": {
    does: "Back to the start: seed, clock, faults and counters; the first connection keeps its id, whatever `--connection` says.",
  },
};
