import { expect, it } from "vitest";
import { emulator, expectUp, WABA } from "../engine/harness/scenario.ts";
import { Workspace } from "../engine/harness/workspace.ts";
import { connectionsIn, readCheckpoint } from "./harness/checkpoint.ts";
import { FaultProxy, passOn } from "./harness/fault-proxy.ts";
import { complaints, faultsIn, record } from "./harness/history.ts";
import { kill, processesIn } from "./harness/processes.ts";

const FILE = {
  account: { waba: WABA },
  settings: { allowEmpty: true },
  connections: { shop: { app: "whatsapp-business" } },
  templates: {},
};

it("a kill during the create of a connection leaves one unknown connection, and doctor names it", async ({ task }) => {
  const account = await emulator({ rate: 0, quotas: false, connect: "manual" });
  const proxy = await FaultProxy.start(account.url);
  const workspace = await Workspace.create(proxy.url);
  try {
    await workspace.init("dev");
    await workspace.writeStack("dev", FILE);
    const arrived = new Promise<void>((resolve) => {
      proxy.faultFor = ({ method, path }) =>
        method === "POST" && path === "/connections"
          ? async (exchange) => {
              for (const victim of processesIn(workspace.folder)) kill(victim);
              await passOn(exchange);
              resolve();
            }
          : undefined;
    });
    const killed = await workspace.up("dev");
    expect(killed.code).not.toBe(0);
    await arrived;
    proxy.faultFor = () => undefined;
    const unknown = account.state().connections.find(({ status }) => status === "PENDING")?.id ?? "none";
    await workspace.pulumi(["cancel", "-y", "-s", "dev"]);
    await expectUp(workspace, "dev");
    const [kept] = connectionsIn(await readCheckpoint(workspace, "dev"));
    const doctor = await workspace.run("node", ["dist/cli/main.js", "doctor"], { env: { WHATSAPP_WABA_ID: WABA } });
    const pending = account.state().connections.filter(({ status }) => status === "PENDING");
    const faults = complaints([
      pending.length !== 2 && `${pending.length} pending connections`,
      kept?.id === unknown && "the connection of the killed run was taken over",
      !doctor.output.includes(unknown) && `doctor does not name the connection: ${doctor.output}`,
    ]);
    const what = "up, killed while the connection is created";
    const explained = ["a connection whose id was not received"];
    const history = record(task, { part: "kill", group: "up of a connection", what, explained, faults });
    expect(faultsIn([history])).toEqual([]);
  } finally {
    await workspace.remove();
    await proxy.close();
    await account.close();
  }
});
