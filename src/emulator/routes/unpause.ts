import { invalidParameter, unknownObject } from "../graph/errors.ts";
import { nodeId } from "../graph/request.ts";
import type { EmulatorApp } from "../http-env.ts";
import { findTemplate, setTemplateStatus, templateStatus } from "../store/templates.ts";
import type { World } from "../world.ts";

/** `POST /{template}/unpause`, for templates that pacing paused. */
export function unpauseRoute(app: EmulatorApp, world: World): void {
  app.post("/:id/unpause", (c) => {
    const found = findTemplate(world.state, nodeId(c));
    if (found === undefined) throw unknownObject("POST", nodeId(c));
    if (templateStatus(found.template) !== "PAUSED") throw invalidParameter("The message template is not paused.");
    setTemplateStatus(found.template, "APPROVED", world.now());
    world.changed();
    return c.json({ success: true });
  });
}
