import { error } from "../../issue.ts";
import { TEMPLATE_ANSWERS } from "../answers.ts";
import type { ComponentKind } from "../kinds.ts";
import { component } from "../view.ts";

/** Asks permission to call. It has its own buttons. */
export const callPermissionRequest: ComponentKind<"CALL_PERMISSION_REQUEST"> = {
  type: "CALL_PERMISSION_REQUEST",
  place: 4,
  fields: {},
  *rules(view) {
    const buttons = component(view, "BUTTONS");
    if (component(view, "CALL_PERMISSION_REQUEST") === undefined || buttons === undefined) return;
    yield error({
      code: "call-permission-buttons",
      path: buttons.path,
      message: "a template with CALL_PERMISSION_REQUEST cannot have other buttons",
      hint: "Remove BUTTONS or CALL_PERMISSION_REQUEST.",
      whatsapp: TEMPLATE_ANSWERS.unexpectedField,
    });
  },
};
