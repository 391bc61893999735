import type { EmulatorContext } from "../emulator-context.ts";
import type { EmulatorApp } from "../http-env.ts";
import { setConnectionStatus } from "../store/connections.ts";

function page(title: string, text: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1><p>${text}</p></body></html>`;
}

/**
 * The page behind a connection's URL. Opening it is what a person does at Maton: the connection becomes ACTIVE, or
 * FAILED with `&outcome=fail`. A link that is too old works no more.
 */
export function connectPage(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/connect", (c) => {
    const { session_token: token, outcome } = c.req.query();
    const connection = emulator.state.connections.find(({ sessionToken }) => sessionToken === token);
    if (connection === undefined) return c.html(page("Unknown link", "This connect link is not valid."), 404);
    if (connection.status === "ACTIVE")
      return c.html(page("Connected", "This connection is already active. You can close this page."));
    if (connection.linkUntil < emulator.now())
      return c.html(page("Link expired", "Create a new connection and open its link."), 410);
    setConnectionStatus(connection, outcome === "fail" ? "FAILED" : "ACTIVE", emulator.now());
    emulator.changed();
    return outcome === "fail"
      ? c.html(page("Connection failed", "WhatsApp did not grant access."))
      : c.html(page("Connected", `${connection.app} is connected. You can close this page.`));
  });
}
