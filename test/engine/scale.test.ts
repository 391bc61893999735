import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CountingProxy } from "./harness/counting-proxy.ts";
import { Console, type Emulator, emulator, PHONE, textStack, WABA } from "./harness/scenario.ts";
import { Workspace } from "./harness/workspace.ts";

const TEMPLATES = 200;
const PAGES = TEMPLATES / 100;

let account: Emulator;
let proxy: CountingProxy;
let workspace: Workspace;

beforeAll(async () => {
  account = await emulator({ rate: 0, quotas: false }); // the proxy enforces the limit
  proxy = await CountingProxy.start(account.url);
  const [connection] = await new Console(account.url).connections();
  workspace = await Workspace.create(proxy.url);
  await workspace.init("many");
  const bodies = Object.fromEntries(
    Array.from({ length: TEMPLATES }, (_, i) => [`notice_${i}`, `This is notice number ${i} for you.`]),
  );
  await workspace.writeStack("many", {
    ...textStack(bodies),
    account: { waba: WABA, connection: connection?.connection_id },
    profiles: { [PHONE]: { about: "Fresh herbs, delivered" } },
  });
});
afterAll(async () => {
  await workspace.remove();
  await proxy.close();
  await account.close();
});

function refused() {
  return proxy.counted.filter(({ status }) => status === 429);
}

describe(`${TEMPLATES} templates through a gateway that rejects the 11th request in any sliding second`, () => {
  it("up creates all of them with one list and one read of the connection", async () => {
    const up = await workspace.up("many");
    expect(up.code, up.output).toBe(0);
    expect(refused()).toEqual([]);
    expect(proxy.max).toBeLessThanOrEqual(10);
    expect(proxy.counted.length).toBeLessThanOrEqual(TEMPLATES + PAGES + 3);
    expect((await new Console(account.url).names()).length).toBe(TEMPLATES);
  });

  it("preview sends no request", async () => {
    proxy.forget();
    const preview = await workspace.preview("many", ["--expect-no-changes"]);
    expect(preview.code, preview.output).toBe(0);
    expect(proxy.counted).toEqual([]);
  });

  it("refresh reads pages, not single templates", async () => {
    proxy.forget();
    const refresh = await workspace.refresh("many", ["--expect-no-changes"]);
    expect(refresh.code, refresh.output).toBe(0);
    expect(refused()).toEqual([]);
    expect(proxy.counted.length).toBeLessThanOrEqual(PAGES + 1 + 1);
  });

  it("destroy deletes each template by its id", async () => {
    proxy.forget();
    const destroy = await workspace.destroy("many");
    expect(destroy.code, destroy.output).toBe(0);
    expect(refused()).toEqual([]);
    expect(
      proxy.counted.filter(({ method }) => method === "DELETE").every(({ path }) => path.includes("hsm_id=")),
    ).toBe(true);
    expect(await new Console(account.url).names()).toEqual([]);
  });
});
