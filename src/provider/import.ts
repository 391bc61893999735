import type { Connection, WireTemplate } from "../gateway/index.ts";
import { importedProfile, profileHandlers } from "./business-profile.ts";
import { connectionHandlers, importedConnection } from "./connection.ts";
import type { ResourceHandlers } from "./define-resource.ts";
import { importedInventory, inventoryHandlers } from "./inventory/inventory.ts";
import { keepEngineKeys, type PropertyBag, toWire } from "./property-bag.ts";
import type { Run } from "./run.ts";
import { templateHandlers } from "./template/index.ts";
import { idOf, inputsOf, outputsOf } from "./template/state.ts";

/** A resource as the engine stores it, for a bulk import: nothing is read or written on the way. */
export interface ImportedResource {
  id: string;
  inputs: PropertyBag;
  outputs: PropertyBag;
}

/** The states of objects that exist, exactly as the handlers would write them. */
export class Importer {
  readonly #run: Run;
  /** The connection that was used. */
  readonly #connection: string;

  constructor(run: Run, connection: string) {
    this.#run = run;
    this.#connection = connection;
  }

  async template(declared: PropertyBag, remote: WireTemplate): Promise<ImportedResource> {
    const checked = await checkedInputs(templateHandlers(this.#run), declared);
    const inputs = inputsOf(checked);
    const place = this.#run.identity.provenance(inputs, this.#connection);
    return imported(idOf(inputs), checked, outputsOf(inputs, remote, { edits: [], now: this.#run.now() }, place));
  }

  async profile(declared: PropertyBag): Promise<ImportedResource> {
    const checked = await checkedInputs(profileHandlers(this.#run), declared);
    const { id, outputs } = importedProfile(checked, this.#connection, this.#run);
    return imported(id, checked, outputs);
  }

  async connection(declared: PropertyBag, observed: Connection): Promise<ImportedResource> {
    const checked = await checkedInputs(connectionHandlers(this.#run), declared);
    const { id, outputs } = importedConnection(checked, observed, this.#run);
    return imported(id, checked, outputs);
  }

  async inventory(declared: PropertyBag): Promise<ImportedResource> {
    const checked = await checkedInputs(inventoryHandlers(this.#run), declared);
    const { id, outputs } = importedInventory(checked, this.#connection, this.#run);
    return imported(id, checked, outputs);
  }
}

function imported(id: string, inputs: PropertyBag, outputs: PropertyBag): ImportedResource {
  return { id, inputs: toWire(inputs), outputs: keepEngineKeys(toWire(outputs), inputs) };
}

/** The inputs as the handlers' check returns them. A declaration that was loaded from a stack file passes it. */
async function checkedInputs(handlers: ResourceHandlers, declared: PropertyBag): Promise<PropertyBag> {
  const { inputs = declared, failures = [] } = await handlers.check({}, declared);
  const [failure] = failures;
  if (failure === undefined) return inputs;
  throw new TypeError(`the declaration is invalid: ${failure.property}: ${failure.reason}`);
}
