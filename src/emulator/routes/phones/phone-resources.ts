import type { EmulatorContext } from "../../emulator-context.ts";
import { paged } from "../../graph/paging.ts";
import { readParameters } from "../../graph/request.ts";
import type { EmulatorApp } from "../../http-env.ts";
import { changeAutomation } from "../../phones/automation.ts";
import { blockedView, blockUsers, unblockUsers } from "../../phones/blocked-users.ts";
import { changeCommerce, commerceView } from "../../phones/commerce.ts";
import { qrView, removeQrCode, saveQrCode } from "../../phones/qr-codes.ts";
import { changeSettings, settingsView } from "../../phones/settings.ts";
import { phoneInPath } from "../owners.ts";

function qrCodeRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/message_qrdls", (c) => {
    const { fields, code } = c.req.query();
    const codes = phoneInPath(emulator, c).qrCodes.filter((qr) => code === undefined || qr.code === code);
    return c.json(paged(c, codes, (qr) => qrView(qr, fields, emulator.now())));
  });
  app.post("/:id/message_qrdls", async (c) =>
    c.json(saveQrCode(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
  app.get("/:id/message_qrdls/:code", (c) => {
    const { qrCodes } = phoneInPath(emulator, c);
    const found = qrCodes.filter(({ code }) => code === c.req.param("code"));
    return c.json({ data: found.map((qr) => qrView(qr, c.req.query("fields"), emulator.now())) });
  });
  app.delete("/:id/message_qrdls/:code", (c) =>
    c.json(removeQrCode(emulator, phoneInPath(emulator, c), c.req.param("code"))),
  );
}

function blockListRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/block_users", (c) => c.json(paged(c, phoneInPath(emulator, c).blocked, blockedView)));
  app.post("/:id/block_users", async (c) =>
    c.json(blockUsers(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
  app.delete("/:id/block_users", async (c) =>
    c.json(unblockUsers(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
}

/** What belongs to a phone number besides its profile: settings, commerce, automation, short links, blocked users. */
export function phoneResourceRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/settings", (c) => c.json(settingsView(phoneInPath(emulator, c))));
  app.get("/:id/whatsapp_commerce_settings", (c) =>
    c.json({ data: [commerceView(phoneInPath(emulator, c), c.req.query("fields"))] }),
  );
  const changes = {
    settings: changeSettings,
    whatsapp_commerce_settings: changeCommerce,
    conversational_automation: changeAutomation,
  };
  for (const [edge, change] of Object.entries(changes)) {
    app.post(`/:id/${edge}`, async (c) => c.json(change(emulator, phoneInPath(emulator, c), await readParameters(c))));
  }
  qrCodeRoutes(app, emulator);
  blockListRoutes(app, emulator);
}
