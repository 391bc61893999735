import type { EmulatorContext } from "../../emulator-context.ts";
import { fieldNames, project } from "../../graph/fields.ts";
import { paged } from "../../graph/paging.ts";
import { readParameters } from "../../graph/request.ts";
import type { EmulatorApp } from "../../http-env.ts";
import { addPhone } from "../../phones/add-phone.ts";
import { deregister, register } from "../../phones/register.ts";
import { requestCode, verifyCode } from "../../phones/verify.ts";
import { PHONE_SHAPE } from "../node-shapes.ts";
import { accountInPath, phoneInPath } from "../owners.ts";

/** The phone numbers of an account, and the life cycle of one. */
export function phoneNumberRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/phone_numbers", (c) => {
    const account = accountInPath(emulator, c);
    const names = fieldNames(c.req.query("fields"));
    const phones = emulator.state.phones.filter((phone) => phone.waba === account.id);
    return c.json(paged(c, phones, (phone) => project(phone.fields, names, PHONE_SHAPE)));
  });
  app.post("/:id/phone_numbers", async (c) =>
    c.json(addPhone(emulator, accountInPath(emulator, c), await readParameters(c))),
  );
  const actions = { register, request_code: requestCode, verify_code: verifyCode };
  for (const [edge, act] of Object.entries(actions)) {
    app.post(`/:id/${edge}`, async (c) => c.json(act(emulator, phoneInPath(emulator, c), await readParameters(c))));
  }
  app.post("/:id/deregister", (c) => c.json(deregister(emulator, phoneInPath(emulator, c))));
}
