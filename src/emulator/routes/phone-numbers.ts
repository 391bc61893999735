import { fieldNames, project } from "../graph/fields.ts";
import { paged } from "../graph/paging.ts";
import type { EmulatorApp } from "../http-env.ts";
import type { World } from "../world.ts";
import { PHONE_SHAPE } from "./node-shapes.ts";
import { accountInPath } from "./owners.ts";

/** `GET /{waba}/phone_numbers`. */
export const phoneNumberRoutes = (app: EmulatorApp, world: World): void => {
  app.get("/:id/phone_numbers", (c) => {
    const account = accountInPath(world, c);
    const names = fieldNames(c.req.query("fields"));
    const phones = world.state.phones.filter((phone) => phone.waba === account.id);
    return c.json(paged(c, phones, (phone) => project(phone.fields, names, PHONE_SHAPE)));
  });
};
