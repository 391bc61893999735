import {
  type DeclaredIdentity,
  formatDeclared,
  formatRemoved,
  keyOfIdentity,
  type RemovedIdentity,
} from "../model/inventory.ts";
import { RESOURCE_TYPES } from "../model/resource-types.ts";
import type { TemplateComponent } from "../model/template/index.ts";
import type { Stack } from "../stack/types.ts";
import { digestOf, identityOf, inventoryInputs } from "./declared-resources.ts";
import { INVENTORY_HANDLER } from "./handlers.ts";
import * as pulumi from "./pulumi.ts";

/** Input of the Inventory of a stack. */
export interface InventoryArgs {
  stack: Stack;
  /** The Pulumi stack's name, if the resources have the URNs of a top-level MessagingStack. */
  scope: string | undefined;
}

/**
 * The list of what a stack declares, as the resource that all others depend on.
 *
 * In a preview, Pulumi calls no handler of a resource that it will delete. The `check` of this resource compares the state with the
 * stack file, refuses more deletions than `settings.maxDeletes`, and warns about each. Nothing in the account corresponds to it.
 */
export class Inventory extends pulumi.CustomResource {
  /** The templates in the state at the start of this run. Undefined if the state cannot be read. */
  readonly held: Promise<readonly ManagedTemplate[] | undefined>;

  constructor(name: string, args: InventoryArgs, options?: pulumi.CustomResourceOptions) {
    const { stack, scope } = args;
    const identities = stack.templates.map(identityOf);
    for (const identity of identities) declaredInProgram.add(keyOfIdentity(stack.account.waba, identity));
    const held = managedTemplates();
    const inputs = {
      ...inventoryInputs(stack, scope),
      __removed: held.then((templates) => templates && formatRemoved(templates.filter(isUndeclared))),
      __managed: held.then((templates) => templates?.length),
      __new: held.then((templates) => templates && formatNew(identities, templates, stack.account.waba)),
      __apply: !pulumi.isDryRun(),
      __provider: INVENTORY_HANDLER,
    };
    super(RESOURCE_TYPES.inventory, name, inputs, options);
    this.held = held;
  }
}

/** A template in the state. */
export interface ManagedTemplate extends RemovedIdentity {
  status: string | undefined;
  /** As a stack file declares them. */
  components: TemplateComponent[];
  outputs: Readonly<Record<string, unknown>>;
}

/** The declared templates that the state does not hold: what this run will create or take over. */
function formatNew(identities: readonly DeclaredIdentity[], held: readonly RemovedIdentity[], waba: string): string {
  const known = new Set(held.map((one) => keyOfIdentity(one.waba, one)));
  return formatDeclared(identities.filter((identity) => !known.has(keyOfIdentity(waba, identity))));
}

/** Of all MessagingStacks of the program: a template that one does not declare may belong to another. */
const declaredInProgram = new Set<string>();

function isUndeclared(one: RemovedIdentity): boolean {
  return !declaredInProgram.has(keyOfIdentity(one.waba, one));
}

/** Components from a state as a stack file declares them, without the hashes that `check` adds. */
function withoutHashes(components: unknown): TemplateComponent[] {
  return JSON.parse(JSON.stringify(components ?? [], (key, value) => (key === "sha256" ? undefined : value)));
}

/**
 * The templates of MessagingStacks in the state at the start of this run, read from the state backend without a request to the
 * gateway. Undefined if the backend does not support that.
 */
async function managedTemplates(): Promise<ManagedTemplate[] | undefined> {
  const stackName = `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`;
  try {
    // By URN, as of the last checkpoint.
    const { outputs }: { outputs?: Record<string, { outputs?: Record<string, unknown> }> } = await pulumi.invoke(
      "pulumi:pulumi:readStackResourceOutputs",
      { stackName },
    );
    if (outputs === undefined) return undefined;
    return Object.entries(outputs).flatMap(([urn, resource]) => managedTemplate(urn, resource.outputs ?? {}));
  } catch {
    return undefined;
  }
}

/** The type chain in the URN of a template of a MessagingStack. */
const OF_A_STACK = `${RESOURCE_TYPES.stack}$${RESOURCE_TYPES.template}::`;

function managedTemplate(urn: string, outputs: Record<string, unknown>): ManagedTemplate[] {
  const at = urn.indexOf(OF_A_STACK);
  const { waba, name, language, category, components, onRemove, status } = outputs;
  if (at < 0 || typeof waba !== "string" || typeof name !== "string" || typeof language !== "string") return [];
  const logicalName = urn.slice(at + OF_A_STACK.length);
  return [
    {
      waba,
      name,
      language,
      // Computed only for removed templates.
      get digest() {
        return digestOf({ language, category: String(category), components: withoutHashes(components) });
      },
      retain: onRemove === "retain",
      logicalName,
      status: typeof status === "string" ? status : undefined,
      get components() {
        return withoutHashes(components);
      },
      outputs,
    },
  ];
}
