import { Hono } from "hono";
import type { EmulatorContext } from "../emulator-context.ts";
import { bodyTooLarge, noPermission, unknownObject, unknownPath } from "../graph/errors.ts";
import { graphVersion, nodeId } from "../graph/request.ts";
import type { EmulatorApp, EmulatorEnv } from "../http-env.ts";
import { fileTooLarge } from "../media/read-upload.ts";
import { limitBodies } from "../middleware/limit-bodies.ts";
import { limitCalls } from "../middleware/limit-calls.ts";
import { templateRoutes } from "../templates/template-routes.ts";
import { businessProfileRoutes } from "./business-profile.ts";
import { mediaRoutes } from "./media.ts";
import { messageRoutes } from "./messages.ts";
import { nodeRoutes } from "./nodes.ts";
import { phoneNumberRoutes } from "./phones/phone-numbers.ts";
import { phoneResourceRoutes } from "./phones/phone-resources.ts";
import { subscribedAppRoutes } from "./subscribed-apps.ts";
import { uploadRoutes } from "./uploads.ts";

/** The newest version that exists; older ones are all served. */
const NEWEST = 26;

/** The Graph API under `/v21.0/…`. Edges come first; the nodes take what is left. */
export function graphApp(emulator: EmulatorContext): EmulatorApp {
  const app = new Hono<EmulatorEnv>({ strict: false }).basePath("/:version{v[0-9]+\\.[0-9]+}");
  app.use("/*", async (c, next) => {
    if (graphVersion(c) > NEWEST) throw unknownPath(`/${c.req.param("version")}`);
    await next();
  });
  app.use("/:id/*", limitCalls(emulator), async (c, next) => {
    const { forbidden, lostPermission } = emulator.switches;
    if (forbidden !== false) throw noPermission(forbidden === 10 ? 10 : 200);
    if (lostPermission) throw unknownObject(c.req.method, nodeId(c));
    await next();
  });
  app.use(limitBodies((most, isUpload) => (isUpload ? fileTooLarge("100MB", 413) : bodyTooLarge(most))));
  templateRoutes(app, emulator);
  phoneNumberRoutes(app, emulator);
  phoneResourceRoutes(app, emulator);
  subscribedAppRoutes(app, emulator);
  messageRoutes(app, emulator);
  mediaRoutes(app, emulator);
  businessProfileRoutes(app, emulator);
  uploadRoutes(app, emulator);
  nodeRoutes(app, emulator);
  return app;
}
