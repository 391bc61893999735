import type { Connection, WireTemplate } from "../../../gateway/index.ts";
import { chosenConnection } from "../../../model/connection.ts";
import { RESOURCE_TYPES } from "../../../model/resource-types.ts";
import { type ImportedResource, Importer } from "../../../provider/import.ts";
import { Run } from "../../../provider/run.ts";
import {
  connectionInputs,
  inventoryInputs,
  namesOfTemplates,
  profileInputs,
  type SharedInputs,
  templateInputs,
} from "../../../resources/declared-resources.ts";
import {
  BUSINESS_PROFILE_HANDLER,
  CONNECTION_HANDLER,
  INVENTORY_HANDLER,
  TEMPLATE_HANDLER,
} from "../../../resources/handlers.ts";
import type { Stack } from "../../../stack/types.ts";

/** A resource in the file of `pulumi import --file`. Source: importSpec of the Pulumi CLI. */
interface ImportSpec {
  type: string;
  /** Unique in the file; a parent is named by it. */
  name: string;
  /** The resource's own name, if it differs. */
  logicalName?: string;
  component?: true;
  parent?: string;
  id?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** What of a stack is imported: templates by `name/language`, and profiles by phone number id. */
export interface Imported {
  templates: ReadonlyMap<string, WireTemplate>;
  profiles: ReadonlySet<string>;
  connection: Connection;
}

/** In the import file. Templates have names with a slash, and profiles are digits. */
const PARENT = "stack";

/**
 * The resources of `pulumi import --file`: what the program declares, with the inputs and outputs that the handlers would have
 * written. The engine stores them as they are, without a request to the gateway.
 */
export async function importSpecs(
  stack: Stack,
  { templates, profiles, connection }: Imported,
  { env, projectRoot }: { env: NodeJS.ProcessEnv; projectRoot: string },
): Promise<ImportSpec[]> {
  const importer = new Importer(new Run(env, undefined, undefined, projectRoot), connection.connection_id);
  const below = (type: string, name: string, resource: ImportedResource, logicalName?: string): ImportSpec => ({
    type,
    name,
    ...(logicalName === undefined ? {} : { logicalName }),
    parent: PARENT,
    ...resource,
  });
  const chosen = chosenConnection(stack);
  const isDeclared = stack.connections.some(({ key }) => key === chosen);
  const shared: SharedInputs<string> = {
    stack,
    connection: isDeclared ? connection.connection_id : chosen,
    scope: stack.name,
  };
  const inventory = { ...inventoryInputs(stack, shared.scope), __provider: INVENTORY_HANDLER };
  const specs: ImportSpec[] = [
    { type: RESOURCE_TYPES.stack, name: PARENT, logicalName: stack.name, component: true },
    below(RESOURCE_TYPES.inventory, "inventory", await importer.inventory(inventory), stack.name),
  ];
  for (const declared of stack.connections.filter(({ id }) => id === connection.connection_id)) {
    const inputs = { ...connectionInputs(declared), __provider: CONNECTION_HANDLER };
    const resource = await importer.connection(inputs, connection);
    specs.push(below(RESOURCE_TYPES.connection, `connection ${declared.key}`, resource, declared.key));
  }
  for (const profile of stack.profiles.filter(({ phone }) => profiles.has(phone))) {
    const inputs = { ...profileInputs(profile, shared), __provider: BUSINESS_PROFILE_HANDLER };
    specs.push(below(RESOURCE_TYPES.businessProfile, profile.phone, await importer.profile(inputs)));
  }
  for (const [template, { name }] of namesOfTemplates(stack)) {
    const remote = templates.get(name);
    if (remote === undefined) continue;
    const inputs = { ...templateInputs(template, shared), __provider: TEMPLATE_HANDLER };
    specs.push(below(RESOURCE_TYPES.template, name, await importer.template(inputs, remote)));
  }
  return specs;
}

/** One resource per line. */
export function importText(specs: readonly ImportSpec[]): string {
  return `{"resources":[\n${specs.map((spec) => JSON.stringify(spec)).join(",\n")}\n]}\n`;
}
