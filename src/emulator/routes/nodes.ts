import type { EmulatorContext } from "../emulator-context.ts";
import { unknownField, unknownObject, unknownPath } from "../graph/errors.ts";
import { fieldNames, type NodeShape, project } from "../graph/fields.ts";
import { graphVersion, nodeId, readParameters } from "../graph/request.ts";
import type { EmulatorApp, RequestContext } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { updatePhone } from "../phones/update-phone.ts";
import { findAccount } from "../store/accounts.ts";
import { findPhone } from "../store/phones.ts";
import { findTemplate, settleReview } from "../store/templates.ts";
import { editTemplate } from "../templates/edit.ts";
import { TEMPLATE_NODE, templateFields } from "../templates/record.ts";
import { mediaOfCaller, mediaView, removeMedia } from "./media.ts";
import { ACCOUNT_SHAPE, PHONE_SHAPE } from "./node-shapes.ts";
import { sendUpload, uploadProgress } from "./uploads.ts";

/** What can be done with one object. A missing verb is answered like a missing object, as Graph does. */
interface Node {
  type: string;
  get?: () => JsonObject;
  post?: () => Promise<JsonObject>;
  delete?: () => JsonObject;
}

type Finder = (emulator: EmulatorContext, id: string, c: RequestContext) => Node | undefined;

function plainNode(object: JsonObject, shape: NodeShape, c: RequestContext): Node {
  return {
    type: shape.type,
    get: () => project(object, fieldNames(c.req.query("fields")), shape),
  };
}

const accountNode: Finder = (emulator, id, c) => {
  const account = findAccount(emulator.state, id);
  return account && plainNode(account.fields, ACCOUNT_SHAPE, c);
};

const phoneNode: Finder = (emulator, id, c) => {
  const phone = findPhone(emulator.state, id);
  if (phone === undefined) return undefined;
  const post = async () => updatePhone(emulator, phone, await readParameters(c));
  return { ...plainNode(phone.fields, PHONE_SHAPE, c), post };
};

const templateNode: Finder = (emulator, id, c) => {
  const found = findTemplate(emulator.state, id);
  if (found === undefined) return undefined;
  const { account, template } = found;
  return {
    type: TEMPLATE_NODE.type,
    get: () => {
      if (settleReview(template, emulator.now(), true)) emulator.changed();
      return templateFields(template, fieldNames(c.req.query("fields")), emulator.now());
    },
    post: async () => {
      editTemplate(emulator, account, template, await readParameters(c), graphVersion(c));
      const { id, name, category } = template.shown;
      return emulator.switches.editAnswer === "full"
        ? { success: true, id: id ?? null, name: name ?? null, category: category ?? null }
        : { success: true };
    },
  };
};

const uploadNode: Finder = (emulator, id, c) =>
  id.startsWith("upload:")
    ? { type: "UploadSession", get: () => uploadProgress(emulator, id), post: () => sendUpload(emulator, id, c) }
    : undefined;

const mediaNode: Finder = (emulator, id, c) => {
  const media = mediaOfCaller(emulator, id, c.req.query("phone_number_id"), c.req.method);
  return media && { type: "Media", get: () => mediaView(emulator, media), delete: () => removeMedia(emulator, media) };
};

/** One route serves all kinds of objects: which one it is, the store that holds the id decides. */
const FINDERS: readonly Finder[] = [accountNode, phoneNode, templateNode, mediaNode, uploadNode];

function nodeInPath(emulator: EmulatorContext, c: RequestContext): Node {
  const id = nodeId(c);
  for (const find of FINDERS) {
    const node = find(emulator, id, c);
    if (node !== undefined) return node;
  }
  throw unknownObject(c.req.method, id);
}

/** `GET`, `POST` and `DELETE /{id}` for every kind of object, and the answer for edges that do not exist. To be added last. */
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
