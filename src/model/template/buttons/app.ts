import { deepLink } from "../field-shapes.ts";
import type { ButtonKind } from "../kinds.ts";

/** Opens an app. */
export const app: ButtonKind<"APP"> = {
  type: "APP",
  max: 1,
  label: { policy: "optional", readBack: "never" },
  fields: { app_deep_link: { shape: deepLink } },
};
