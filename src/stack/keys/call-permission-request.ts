import { flag } from "../shape/schema.ts";
import { isScalar, madeMap } from "../source/located.ts";
import { ofType, type ShortKey } from "./short-key.ts";

/** `false` is the same as omitting the key. */
export const callPermissionRequest: ShortKey = {
  schema: flag({ description: "Asks for permission to call.", example: true }),
  expand(value) {
    const asked = isScalar(value) && value.value === true;
    return asked ? [madeMap({ type: "CALL_PERMISSION_REQUEST" }, value.position)] : [];
  },
  contract: (components) =>
    ofType(components, "CALL_PERMISSION_REQUEST") === undefined ? {} : { call_permission_request: true },
};
