#!/usr/bin/env node
// `npm run bench:adopt`: brings an account under management and checks it: `mycobot adopt`, `pulumi import`, preview, refresh.
// Reports requests, peak memory and time of each, and exits with 1 if a goal is missed or anything is written to the
// account. Requires a build and the engine; takes about 5 minutes.
//   --templates 6000
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { startEmulator } from "../dist/emulator/index.js";
import { PHONE, WABA } from "./engine/payload.mjs";
import { Project, STACK } from "./engine/project.mjs";

const PAGE = 100;
/** Beyond the pages of templates: connection, phone numbers, profile. */
const OTHER_REQUESTS = 3;
const LANGUAGES = ["en_US", "es_MX", "de"];
const FILLER =
  "Thank you for shopping with us. If anything is missing or wrong, reply to this message and we will help.";

/** A third of them has a media header, whose sample the account shows as a signed URL. */
function listed(index) {
  const [name, language] = [
    `order_update_${Math.floor(index / LANGUAGES.length)}`,
    LANGUAGES[index % LANGUAGES.length],
  ];
  const text = `Hi {{1}}, your order {{2}} is on its way.\n\n${FILLER} (${index})`;
  const picture = { header_handle: [`https://scontent.whatsapp.net/v/${index}.jpg?oh=01_${"x".repeat(56)}`] };
  return {
    id: String(900_000_000_000_000 + index),
    name,
    language,
    status: index % 50 === 0 ? "REJECTED" : "APPROVED",
    category: "UTILITY",
    parameter_format: "POSITIONAL",
    components: [
      ...(index % 3 === 0 ? [{ type: "HEADER", format: "IMAGE", example: picture }] : []),
      { type: "BODY", text, example: { body_text: [["Ana", "A-1042"]] } },
      { type: "FOOTER", text: "Reply STOP to opt out" },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Talk to us" }] },
    ],
  };
}

const { values } = parseArgs({ options: { templates: { type: "string", default: "6000" } } });
const count = Number(values.templates);
const allowed = Math.ceil(count / PAGE) + OTHER_REQUESTS;
const seed = { data: Array.from({ length: count }, (_, index) => listed(index)) };
const account = await startEmulator({ port: 0, waba: WABA, phones: [PHONE], rate: 0, quotas: false, seed });
const project = Project.empty();
const gateway = account.url;
const rows = [];
let missed = false;

/** Runs a step, and counts its requests. */
async function step(title, maximum, work) {
  const before = account.metrics().total;
  const { wall, memory } = await work();
  const requests = account.metrics().total - before;
  const within = requests <= maximum;
  missed ||= !within;
  rows.push([
    title,
    requests,
    maximum,
    `${Math.round(memory)} MB`,
    `${wall.toFixed(1)} s`,
    within ? "within" : "MISSED",
  ]);
  process.stderr.write(`${rows.at(-1).join("  ")}\n`);
}

try {
  const files = ["--out", `stacks/${STACK}.yaml`, "--import-file", "import.json"];
  await step("mycobot adopt", allowed, () => project.mycobot(["adopt", "--waba", WABA, ...files], { gateway }));
  await project.restart();
  const bulk = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };
  const args = ["import", "--file", "import.json", "--yes", "--generate-code=false", "--protect=false"];
  await step("pulumi import", 0, () => project.pulumi(args, { gateway, env: bulk }));
  await step("pulumi preview", 0, () => project.pulumi(["preview", "--expect-no-changes"], { gateway }));
  const refresh = ["refresh", "--yes", "--skip-preview", "--expect-no-changes"];
  await step("pulumi refresh", allowed, () => project.pulumi(refresh, { gateway }));
  await step("preview --refresh", allowed, () =>
    project.pulumi(["preview", "--refresh", "--expect-no-changes"], { gateway }),
  );
  const writes = Object.keys(account.metrics().requests).filter((route) => !route.startsWith("GET"));
  if (writes.length > 0) throw new Error(`the account was written to: ${writes.join(", ")}`);
} finally {
  project.remove();
  await account.close();
}
const table = new Table({
  head: ["step", "requests", "at most", "peak memory", "time", ""],
  style: { head: [], border: [] },
});
table.push(...rows);
console.log(`Node ${process.version}, ${count} templates, no write to the account`);
console.log(table.toString());
process.exitCode = missed ? 1 : 0;
