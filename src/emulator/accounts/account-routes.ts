import type { EmulatorContext } from "../emulator-context.ts";
import { fieldNames, type NodeShape, project } from "../graph/fields.ts";
import { paged } from "../graph/paging.ts";
import { accountInPath } from "../graph/request.ts";
import { requiredAt } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import type { JsonObject } from "../json.ts";
import { EMULATED_BUSINESS } from "../store/accounts.ts";
import { conversationAnalytics, templateAnalytics } from "./analytics.ts";

const DEFAULTS = ["id", "name"];

const USER_SHAPE: NodeShape = {
  type: "AssignedUser",
  defaults: DEFAULTS,
  known: [...DEFAULTS, "business", "tasks", "user_type"],
};

/** The users of every account: the one behind every token and every key. */
const USERS: readonly JsonObject[] = [
  {
    id: "100089620928913",
    name: "Emulated System User",
    business: EMULATED_BUSINESS,
    tasks: ["MANAGE", "DEVELOP", "MANAGE_TEMPLATES", "MANAGE_PHONE", "VIEW_COST"],
    user_type: "SYSTEM_USER",
  },
];

/** `GET /{waba}/assigned_users`, and analytics that are edges, too. */
export function accountRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/assigned_users", (c) => {
    accountInPath(emulator, c);
    const { business, fields } = c.req.query();
    requiredAt(business === undefined ? {} : { business }, "business", "");
    const users = business === EMULATED_BUSINESS.id ? USERS : [];
    const page = paged(c, users, (user) => project(user, fieldNames(fields), USER_SHAPE));
    return c.json({ ...page, summary: { total_count: users.length } });
  });
  app.get("/:id/conversation_analytics", (c) =>
    c.json(conversationAnalytics(emulator, accountInPath(emulator, c), c.req.query())),
  );
  app.get("/:id/template_analytics", (c) =>
    c.json(templateAnalytics(emulator, accountInPath(emulator, c), c.req.query())),
  );
}
