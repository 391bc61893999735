import { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { accountRoutes } from "../accounts/account-routes.ts";
import { productCatalogRoutes } from "../accounts/product-catalogs.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { flowRoutes } from "../flows/flow-routes.ts";
import type { EmulatorApp, EmulatorEnv, RequestContext } from "../http-env.ts";
import { mediaRoutes } from "../media/media.ts";
import { uploadRoutes } from "../media/resumable-uploads.ts";
import { messageRoutes } from "../messages/message-routes.ts";
import { limitCalls } from "../middleware/limit-calls.ts";
import { automationRoutes } from "../phones/automation.ts";
import { blockedUserRoutes } from "../phones/blocked-users.ts";
import { businessProfileRoutes } from "../phones/business-profile.ts";
import { commerceSettingsRoutes } from "../phones/commerce-settings.ts";
import { phoneNumberRoutes } from "../phones/phone-numbers.ts";
import { phoneSettingsRoutes } from "../phones/phone-settings.ts";
import { qrCodeRoutes } from "../phones/qr-codes.ts";
import { registrationRoutes } from "../phones/registration.ts";
import { webhookRoutes } from "../phones/webhooks.ts";
import { templateRoutes } from "../templates/template-routes.ts";
import { noPermission, unknownObject, unknownPath, unsupportedRequest } from "./errors.ts";
import { expandFields } from "./field-expansion.ts";
import { GraphError, type UserLanguage } from "./graph-error.ts";
import { nodeRoutes, nodeWithId } from "./nodes.ts";
import { graphVersion, NEWEST_VERSION, nodeId, VERSION_PATH } from "./request.ts";
import { batchRoute, readSeveral, subCalls } from "./sub-calls.ts";

/** Edges of accounts and phone numbers, one line per resource. */
const RESOURCES: readonly ((app: EmulatorApp, emulator: EmulatorContext) => void)[] = [
  accountRoutes,
  productCatalogRoutes,
  templateRoutes,
  flowRoutes,
  phoneNumberRoutes,
  registrationRoutes,
  phoneSettingsRoutes,
  commerceSettingsRoutes,
  automationRoutes,
  qrCodeRoutes,
  blockedUserRoutes,
  businessProfileRoutes,
  webhookRoutes,
  messageRoutes,
  mediaRoutes,
  uploadRoutes,
];

/** The answer of a Graph error; undefined for any other error. */
export function graphErrorAnswer(c: RequestContext, error: Error, language: UserLanguage): Response | undefined {
  if (!(error instanceof GraphError)) return undefined;
  // statuses of errors are all ones with a body
  return c.json(error.body(language), error.status as ContentfulStatusCode, error.headers);
}

/** The edges of any kind of object that can be read. */
function readableEdges({ routes }: EmulatorApp): Set<string> {
  return new Set(routes.flatMap(({ method, path }) => (method === "GET" && /\/:id\/(\w+)$/.exec(path)?.[1]) || []));
}

/** The Graph API, under a version. Edges come first; nodes match every other path. */
export function graphApp(emulator: EmulatorContext): EmulatorApp {
  const app = new Hono<EmulatorEnv>({ strict: false }).basePath(VERSION_PATH);
  app.onError((error, c) => {
    const answer = graphErrorAnswer(c, error, emulator.switches.userLanguage);
    if (answer === undefined) throw error;
    return answer;
  });
  const call = subCalls(app);
  const edges = new Set<string>();
  app.use("/*", async (c, next) => {
    if (graphVersion(c) > NEWEST_VERSION) throw unknownPath(`/${c.req.param("version")}`);
    await next();
  });
  app.use("/*", readSeveral(call));
  app.use("/*", expandFields({ edges, call, typeOf: (c, id) => nodeWithId(emulator, c, id).type }));
  batchRoute(app, call);
  app.all("/", (c) => {
    throw unsupportedRequest(c.req.method);
  });
  app.use("/:id/*", limitCalls(emulator), async (c, next) => {
    const { forbidden, lostPermission } = emulator.switches;
    if (forbidden !== false) throw noPermission(forbidden === 10 ? 10 : 200);
    if (lostPermission) throw unknownObject(c.req.method, nodeId(c));
    await next();
  });
  for (const addRoutes of RESOURCES) addRoutes(app, emulator);
  for (const edge of readableEdges(app)) edges.add(edge);
  nodeRoutes(app, emulator);
  return app;
}
