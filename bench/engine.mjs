#!/usr/bin/env node
// `npm run bench:engine`: compares the duration of the engine's commands with the product and with a floor, whose
// program and handlers do nothing. Both run alternately (A B A B …) against the emulator in this process. Exits with 1
// if a goal is missed. Requires a build and the engine; takes about 30 minutes on two idle cores.
//   --only start,preview,refresh,create   --resources 100,500   --pairs 7
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { startEmulator } from "../dist/emulator/index.js";
import { floorOf, PHONE, stackOf, WABA } from "./engine/payload.mjs";
import { Project } from "./engine/project.mjs";

/** How far a ratio may exceed its goal: the difference between two medians of the same command. */
const TOLERANCE = 0.05;

/** `goal`: the maximum ratio of product to floor. `resources`: replaces the option of that name. */
const SCENARIOS = {
  start: { title: "preview, one template", goal: 1.1, resources: [1], args: ["preview"] },
  preview: { title: "preview, nothing changed", goal: 1.0, args: ["preview"] },
  refresh: { title: "preview --refresh", goal: 1.1, args: ["preview", "--refresh"] },
  create: { title: "up, everything created", goal: 1.1, args: ["up", "--yes", "--skip-preview"], fresh: true },
};

function numbers(text, option) {
  const values = text.split(",").map(Number);
  if (values.every((value) => Number.isInteger(value) && value > 0)) return values;
  throw new Error(`--${option} must be a list of positive integers, not "${text}"`);
}

function options() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: Object.keys(SCENARIOS).join(",") },
      resources: { type: "string", default: "100,500" },
      pairs: { type: "string", default: "7" },
    },
  });
  const only = values.only.split(",");
  const unknown = only.filter((name) => !(name in SCENARIOS));
  if (unknown.length > 0) {
    throw new Error(
      `unknown scenario in --only: ${unknown.join(", ")}. Available: ${Object.keys(SCENARIOS).join(", ")}`,
    );
  }
  return { only, resources: numbers(values.resources, "resources"), pairs: numbers(values.pairs, "pairs")[0] };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

/** An account without limits, so that the benchmark measures the product and not the gateway. */
const emptyAccount = () =>
  startEmulator({ port: 0, waba: WABA, phones: [PHONE], rate: 0, quotas: false, connect: "auto" });

/**
 * The product and the floor with the same resources in their states. Both are refreshed, so that there are no pending
 * changes.
 */
async function pairOf(count) {
  const account = await emptyAccount();
  const product = Project.product(stackOf(count));
  await product.restart();
  await product.pulumi(["up", "--yes", "--skip-preview"], { gateway: account.url });
  await product.pulumi(["refresh", "--yes", "--skip-preview"], { gateway: account.url });
  const floor = Project.floor(floorOf(await product.resources()));
  await floor.restart();
  await floor.pulumi(["up", "--yes", "--skip-preview"]);
  return { account, product, floor };
}

/** Runs one command; a scenario that creates resources gets an empty stack and an empty account. */
async function timed(project, { args, fresh }, account) {
  if (!fresh) return project.pulumi(args, { gateway: account.url });
  const empty = await emptyAccount();
  try {
    await project.restart();
    return await project.pulumi(args, { gateway: empty.url });
  } finally {
    await empty.close();
  }
}

async function measured(scenario, { account, product, floor }, pairs) {
  const runs = { product: [], floor: [] };
  // The first pair warms up the disk cache and is not counted.
  for (let pair = 0; pair <= pairs; pair += 1) {
    for (const [name, project] of Object.entries({ floor, product })) {
      const { wall, cpu } = await timed(project, scenario, account);
      if (pair > 0) runs[name].push({ wall, cpu });
    }
  }
  return runs;
}

function rowOf(scenario, count, runs) {
  const of = (name, key) => median(runs[name].map((run) => run[key]));
  const ratios = (key) => runs.product.map((run, pair) => run[key] / runs.floor[pair][key]);
  const ratio = of("product", "wall") / of("floor", "wall");
  const within = ratio <= scenario.goal + TOLERANCE;
  const seconds = (value) => `${value.toFixed(2)} s`;
  const cells = [
    scenario.title,
    count,
    seconds(of("floor", "wall")),
    seconds(of("product", "wall")),
    ratio.toFixed(2),
    `${Math.min(...ratios("wall")).toFixed(2)}–${Math.max(...ratios("wall")).toFixed(2)}`,
    (of("product", "cpu") / of("floor", "cpu")).toFixed(2),
    scenario.goal.toFixed(1),
    within ? "within" : "MISSED",
  ];
  return { cells, within };
}

const { only, resources, pairs } = options();
const rows = [];
for (const count of new Set([...(only.includes("start") ? SCENARIOS.start.resources : []), ...resources])) {
  const selected = only.filter((name) => (SCENARIOS[name].resources ?? resources).includes(count));
  if (selected.length === 0) continue;
  const sides = await pairOf(count);
  try {
    // Scenarios that create resources run last, because they empty both stacks.
    for (const name of selected.toSorted(
      (a, b) => Number(SCENARIOS[a].fresh ?? false) - Number(SCENARIOS[b].fresh ?? false),
    )) {
      const row = rowOf(SCENARIOS[name], count, await measured(SCENARIOS[name], sides, pairs));
      process.stderr.write(`${row.cells.join("  ")}\n`);
      rows.push(row);
    }
  } finally {
    sides.product.remove();
    sides.floor.remove();
    await sides.account.close();
  }
}
const table = new Table({
  head: ["command", "resources", "floor", "Mycobot", "ratio", "range", "CPU", "goal", ""],
  style: { head: [], border: [] },
});
table.push(...rows.map(({ cells }) => cells));
console.log(`Node ${process.version}, median of ${pairs} alternating pairs; tolerance ${TOLERANCE * 100} %`);
console.log(table.toString());
process.exitCode = rows.every(({ within }) => within) ? 0 : 1;
