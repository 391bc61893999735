import { Hono } from "hono";
import { cors } from "hono/cors";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { getPathNoStrict } from "hono/utils/url";
import { ControlError } from "./control/control-error.ts";
import { controlRoutes, guardControl } from "./control/control-routes.ts";
import type { EmulatorContext } from "./emulator-context.ts";
import { FLOW_JSON_PATH } from "./flows/flow-node.ts";
import { flowJsonHostRoutes } from "./flows/flow-routes.ts";
import { bodyTooLarge } from "./graph/errors.ts";
import { graphApp, graphErrorAnswer } from "./graph/graph-api.ts";
import { VERSION_PATH, versioned } from "./graph/request.ts";
import type { EmulatorApp, EmulatorEnv } from "./http-env.ts";
import { hexToken } from "./ids.ts";
import { chooseConnection, connectionRoutes, connectPage } from "./maton/connection-routes.ts";
import { MatonError } from "./maton/maton-error.ts";
import { MEDIA_PATH, mediaHostRoutes, uploadTooLarge } from "./media/media.ts";
import { delayAnswers, injectFaults } from "./middleware/disturb-answers.ts";
import { limitBodies } from "./middleware/limit-bodies.ts";
import { limitRate } from "./middleware/limit-rate.ts";
import { countRequests } from "./middleware/request-metrics.ts";
import { requireKey, requireToken } from "./middleware/require-key.ts";
import { WHATSAPP_APP } from "./store/connections.ts";

const DIRECT = `${VERSION_PATH}/*`;

/** Maton's `/user`. Its real body is not known; this one is invented. */
const account = { user_id: hexToken(), email: "emulator@example.invalid", auth_type: "api_key" };

function handleErrors(app: EmulatorApp, emulator: EmulatorContext): void {
  app.onError((error, c) => {
    const answer = (body: object, status: number, headers: Record<string, string> = {}) =>
      // statuses of errors are all ones with a body
      c.json(body, status as ContentfulStatusCode, headers);
    const graphAnswer = graphErrorAnswer(c, error, emulator.switches.userLanguage);
    if (graphAnswer !== undefined) return graphAnswer;
    if (error instanceof MatonError) {
      const { matonErrorShape, matonTraceId } = emulator.switches;
      return answer(
        error.body({ nested: matonErrorShape === "nested", traceId: matonTraceId }),
        error.status,
        error.headers,
      );
    }
    if (error instanceof ControlError) return answer({ error: error.message }, error.status);
    return answer(
      { error: { message: `emulator failure: ${error.stack ?? error.message}`, type: "EmulatorError", code: 500 } },
      500,
    );
  });
}

function control(emulator: EmulatorContext): EmulatorApp {
  const app = new Hono<EmulatorEnv>();
  app.use(
    guardControl(),
    limitBodies((megabytes) => new ControlError(413, `the body exceeds ${megabytes} MB`)),
  );
  connectPage(app, emulator);
  controlRoutes(app, emulator);
  return app;
}

function connections(emulator: EmulatorContext): EmulatorApp {
  const app = new Hono<EmulatorEnv>();
  app.use(limitBodies((megabytes) => new MatonError(413, `Request body exceeds ${megabytes} MB`)));
  connectionRoutes(app, emulator);
  return app;
}

/** The first segments of paths that do not belong to direct calls of the Graph API. */
const OTHER_PATHS = [
  "_emulator",
  "connections",
  "user",
  WHATSAPP_APP,
  ...[MEDIA_PATH, FLOW_JSON_PATH].map((path) => path.split("/")[1]),
];

/** The path that routes match: a call of the Graph API always has a version. */
function routedPath(path: string, isDirect: boolean): string {
  const [, first] = path.split("/");
  if (first === WHATSAPP_APP) return `/${first}${versioned(path.slice(first.length + 1) || "/")}`;
  return isDirect && !OTHER_PATHS.includes(first) ? versioned(path) : path;
}

const limitCallBodies = () =>
  limitBodies((megabytes, isUpload) => (isUpload ? uploadTooLarge() : bodyTooLarge(megabytes)));

/** All routes on one origin: control surface, direct Graph calls (when asked for), Maton's control plane, the proxy. */
export function buildApp(emulator: EmulatorContext): EmulatorApp {
  const { direct } = emulator.options;
  const app = new Hono<EmulatorEnv>({ getPath: (request) => routedPath(getPathNoStrict(request), direct) });
  handleErrors(app, emulator);
  app.use(countRequests(emulator.metrics));
  // Before CORS: foreign pages may read the answers of the gateway, but not of the control surface.
  app.route("/_emulator", control(emulator));
  app.use(cors());
  if (direct) {
    app.use(DIRECT, delayAnswers(emulator), limitCallBodies(), requireToken(), injectFaults(emulator));
    app.route("/", graphApp(emulator));
    mediaHostRoutes(app, emulator);
    flowJsonHostRoutes(app, emulator);
  }
  // The key is checked first; refused calls do not consume faults.
  app.use(delayAnswers(emulator), requireKey(emulator), limitRate(emulator), injectFaults(emulator));
  app.route("/connections", connections(emulator));
  app.get("/user", (c) => c.json(account));
  app.use(`/${WHATSAPP_APP}/*`, chooseConnection(emulator), limitCallBodies());
  app.route(`/${WHATSAPP_APP}`, graphApp(emulator));
  app.all("*", (c) => {
    const [, name = ""] = c.req.path.split("/");
    throw new MatonError(400, `Invalid app name \`${name}\``);
  });
  return app;
}
