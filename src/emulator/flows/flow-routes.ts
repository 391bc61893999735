import type { EmulatorContext } from "../emulator-context.ts";
import { missingParameter, unknownObject } from "../graph/errors.ts";
import { isMultipart, multipartParts } from "../graph/multipart.ts";
import { paged } from "../graph/paging.ts";
import { accountInPath, nodeId, readParameters } from "../graph/request.ts";
import type { EmulatorApp, RequestContext } from "../http-env.ts";
import { findFlow } from "../store/flows.ts";
import type { Account, FlowRecord } from "../store/state.ts";
import { downloadedFlowJson, FLOW_JSON_PATH, flowAssets, flowFields } from "./flow-node.ts";
import { type AssetUpload, createFlow, deprecateFlow, publishFlow, uploadFlowJson } from "./life-cycle.ts";

function flowInPath(emulator: EmulatorContext, c: RequestContext): { account: Account; flow: FlowRecord } {
  const found = findFlow(emulator.state, nodeId(c));
  if (found === undefined) throw unknownObject(c.req.method, nodeId(c));
  return found;
}

/** Reads `name`, `asset_type` and `file` of a multipart request. */
async function readAsset(c: RequestContext): Promise<AssetUpload> {
  const type = c.req.header("content-type") ?? "";
  if (!isMultipart(type)) throw missingParameter("file");
  const parts = await multipartParts(Buffer.from(await c.req.arrayBuffer()), type);
  const text = (key: string) =>
    parts.find(({ name, fileName }) => name === key && fileName === undefined)?.bytes.toString();
  const file = parts.find(({ name, fileName }) => name === "file" && fileName !== undefined);
  if (file === undefined) throw missingParameter("file");
  return { name: text("name"), assetType: text("asset_type"), json: file.bytes.toString() };
}

/** `/{waba}/flows`, and `assets`, `publish` and `deprecate` of a flow. */
export function flowRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/flows", (c) => {
    const account = accountInPath(emulator, c);
    return c.json(paged(c, account.flows, (flow) => flowFields(emulator, account, flow, c)));
  });
  app.post("/:id/flows", async (c) =>
    c.json(createFlow(emulator, accountInPath(emulator, c), await readParameters(c))),
  );
  app.get("/:id/assets", (c) => {
    const { flow } = flowInPath(emulator, c);
    return c.json(paged(c, flowAssets(emulator, flow), (asset) => asset));
  });
  app.post("/:id/assets", async (c) => {
    const { flow } = flowInPath(emulator, c);
    return c.json(uploadFlowJson(emulator, flow, await readAsset(c)));
  });
  app.post("/:id/publish", (c) => {
    const { account, flow } = flowInPath(emulator, c);
    return c.json(publishFlow(emulator, account, flow));
  });
  app.post("/:id/deprecate", (c) => c.json(deprecateFlow(emulator, flowInPath(emulator, c).flow)));
}

/** The media host: serves flow JSON at a signed URL, without a token. */
export function flowJsonHostRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get(FLOW_JSON_PATH, (c) => {
    const now = emulator.now();
    const json = downloadedFlowJson({ state: emulator.state, now }, c.req.param("file"), c.req.query("oe"));
    return json === undefined ? c.notFound() : c.body(json, 200, { "content-type": "application/json" });
  });
}
