import { Hono } from "hono";
import { accountRoutes } from "../accounts/account-routes.ts";
import type { EmulatorContext } from "../emulator-context.ts";
import { flowRoutes } from "../flows/flow-routes.ts";
import type { EmulatorApp, EmulatorEnv } from "../http-env.ts";
import { mediaRoutes, uploadTooLarge } from "../media/media.ts";
import { uploadRoutes } from "../media/resumable-uploads.ts";
import { messageRoutes } from "../messages/message-routes.ts";
import { limitBodies } from "../middleware/limit-bodies.ts";
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
import { bodyTooLarge, noPermission, unknownObject, unknownPath } from "./errors.ts";
import { nodeRoutes } from "./nodes.ts";
import { graphVersion, NEWEST_VERSION, nodeId, VERSION_PATH } from "./request.ts";

/** Edges of accounts and phone numbers, one line per resource. */
const RESOURCES: readonly ((app: EmulatorApp, emulator: EmulatorContext) => void)[] = [
  accountRoutes,
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

/** The Graph API, under a version. Edges come first; nodes match every other path. */
export function graphApp(emulator: EmulatorContext): EmulatorApp {
  const app = new Hono<EmulatorEnv>({ strict: false }).basePath(VERSION_PATH);
  app.use("/*", async (c, next) => {
    if (graphVersion(c) > NEWEST_VERSION) throw unknownPath(`/${c.req.param("version")}`);
    await next();
  });
  app.use("/:id/*", limitCalls(emulator), async (c, next) => {
    const { forbidden, lostPermission } = emulator.switches;
    if (forbidden !== false) throw noPermission(forbidden === 10 ? 10 : 200);
    if (lostPermission) throw unknownObject(c.req.method, nodeId(c));
    await next();
  });
  app.use(limitBodies((megabytes, isUpload) => (isUpload ? uploadTooLarge() : bodyTooLarge(megabytes))));
  for (const addRoutes of RESOURCES) addRoutes(app, emulator);
  nodeRoutes(app, emulator);
  return app;
}
