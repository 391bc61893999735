import { accountNode } from "../accounts/account-node.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { flowNode } from "../flows/flow-node.ts";
import type { EmulatorApp, RequestContext } from "../http-env.ts";
import { mediaNode } from "../media/media.ts";
import { uploadNode } from "../media/resumable-uploads.ts";
import { phoneNode } from "../phones/phone-numbers.ts";
import { findTemplate } from "../store/templates.ts";
import { editTemplate } from "../templates/edit.ts";
import { settleTemplates } from "../templates/life-cycle.ts";
import { TEMPLATE_NODE, templateFields } from "../templates/record.ts";
import { unknownField, unknownObject, unknownPath } from "./errors.ts";
import { fieldNames, type Node, type NodeFinder } from "./fields.ts";
import { graphVersion, nodeId, readParameters } from "./request.ts";

const templateNode: NodeFinder = (emulator, id, c) => {
  const found = findTemplate(emulator.state, id);
  if (found === undefined) return undefined;
  const { account, template } = found;
  settleTemplates(emulator, account, c.req.method === "GET" ? template : undefined);
  if (!account.templates.includes(template)) return undefined;
  return {
    type: TEMPLATE_NODE.type,
    get: () => templateFields(template, fieldNames(c.req.query("fields")), emulator.now()),
    post: async () => {
      editTemplate(emulator, account, template, await readParameters(c), graphVersion(c));
      const { id, name, category } = template.shown;
      return emulator.switches.editAnswer === "full"
        ? { success: true, id: id ?? null, name: name ?? null, category: category ?? null }
        : { success: true };
    },
  };
};

/** One route serves all kinds of objects: the store that holds the id decides which kind it is. */
const FINDERS: readonly NodeFinder[] = [accountNode, phoneNode, templateNode, flowNode, mediaNode, uploadNode];

/** The object with that id; throws 100/33 for an unknown id. */
export function nodeWithId(emulator: EmulatorContext, c: RequestContext, id: string): Node {
  for (const find of FINDERS) {
    const node = find(emulator, id, c);
    if (node !== undefined) return node;
  }
  throw unknownObject(c.req.method, id);
}

function nodeInPath(emulator: EmulatorContext, c: RequestContext): Node {
  return nodeWithId(emulator, c, nodeId(c));
}

/** `GET`, `POST` and `DELETE /{id}` for every kind of object, and the answer for unknown edges. Register them last. */
export function nodeRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id", (c) => {
    const node = nodeInPath(emulator, c);
    if (node.get === undefined) throw unknownObject("GET", nodeId(c));
    return c.json(node.get());
  });
  app.post("/:id", async (c) => {
    const node = nodeInPath(emulator, c);
    if (node.post === undefined) throw unknownObject("POST", nodeId(c));
    return c.json(await node.post());
  });
  app.delete("/:id", (c) => {
    const node = nodeInPath(emulator, c);
    if (node.delete === undefined) throw unknownObject("DELETE", nodeId(c));
    return c.json(node.delete());
  });
  app.all("/:id", (c) => {
    throw unknownObject(c.req.method, nodeId(c));
  });
  app.all("/:id/:edge", (c) => {
    const { type } = nodeInPath(emulator, c);
    const { edge } = c.req.param();
    throw c.req.method === "GET" ? unknownField(edge, type) : unknownPath(`/${edge}`);
  });
  app.all("/:id/:edge/*", (c) => {
    throw unknownPath(`/${c.req.param("edge")}`);
  });
}
