import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter, unknownObject } from "../graph/errors.ts";
import { nodeId } from "../graph/request.ts";
import type { EmulatorApp } from "../http-env.ts";
import { findTemplate, setTemplateStatus, templateStatus } from "../store/templates.ts";

/** `POST /{template}/unpause`, for templates that pacing paused. */
export function unpauseRoute(app: EmulatorApp, emulator: EmulatorContext): void {
  app.post("/:id/unpause", (c) => {
    const found = findTemplate(emulator.state, nodeId(c));
    if (found === undefined) throw unknownObject("POST", nodeId(c));
    if (templateStatus(found.template) !== "PAUSED") throw invalidParameter("The message template is not paused.");
    setTemplateStatus(found.template, "APPROVED", emulator.now());
    emulator.changed();
    return c.json({ success: true });
  });
}
