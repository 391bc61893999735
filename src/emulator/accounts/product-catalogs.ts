import type { EmulatorContext } from "../emulator-context.ts";
import { invalidParameter } from "../graph/errors.ts";
import { GraphError } from "../graph/graph-error.ts";
import { paged } from "../graph/paging.ts";
import { accountInPath, readParameters } from "../graph/request.ts";
import { requiredAt } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";

/** Recorded title; the sentence is our own. */
function alreadyConnected(): GraphError {
  return new GraphError({
    message: "Invalid parameter",
    code: 100,
    subcode: 2388027,
    title: "WABA should have maximum one product catalogue",
    userMessage: "Disconnect the product catalogue of this WhatsApp Business account before you connect another one.",
    portuguese: {
      title: "A conta só pode ter um catálogo de produtos",
      userMessage: "Desconecte o catálogo de produtos desta conta do WhatsApp Business antes de conectar outro.",
    },
  });
}

/**
 * `GET`, `POST` and `DELETE /{waba}/product_catalogs`: the catalog of an account, at most one. Catalogs belong to the business:
 * the emulator takes any id.
 */
export function productCatalogRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/product_catalogs", (c) => {
    const { catalog } = accountInPath(emulator, c);
    return c.json(paged(c, catalog === undefined ? [] : [catalog], (id) => ({ id, name: "Emulated Catalog" })));
  });
  app.post("/:id/product_catalogs", async (c) => {
    const account = accountInPath(emulator, c);
    const id = String(requiredAt(await readParameters(c), "catalog_id", ""));
    if (account.catalog !== undefined) throw alreadyConnected();
    account.catalog = id;
    emulator.changed();
    return c.json({ success: true });
  });
  app.delete("/:id/product_catalogs", async (c) => {
    const account = accountInPath(emulator, c);
    const id = String(requiredAt(await readParameters(c), "catalog_id", ""));
    if (account.catalog !== id) throw invalidParameter(`The product catalog ${id} is not connected to this account.`);
    delete account.catalog;
    emulator.changed();
    return c.json({ success: true });
  });
}
