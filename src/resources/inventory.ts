import {
  type DeclaredIdentity,
  formatDeclared,
  formatRemoved,
  keyOfIdentity,
  type RemovedIdentity,
} from "../model/inventory.ts";
import type { TemplateComponent } from "../model/template/index.ts";
import { contentDigest } from "../stack/index.ts";
import type { Stack, TemplateDeclaration } from "../stack/types.ts";
import { INVENTORY_HANDLER } from "./handlers.ts";
import * as pulumi from "./pulumi.ts";

const TEMPLATE_TYPE = "pulumi-nodejs:dynamic/mycobot:Template";

/** What the Inventory of a stack is made from. */
export interface InventoryArgs {
  stack: Stack;
  /** The connection's id, when it is written in the stack file. */
  connection: string | undefined;
  /** Nothing names a connection: the account's only ACTIVE one is used. */
  usesDefault: boolean;
  /** The Pulumi stack's name, when the URNs of the resources are known to be MessagingStack's own. */
  scope: string | undefined;
}

/**
 * What a stack declares, as a resource: the first one, and the one that all others depend on.
 *
 * Pulumi calls no handler in a preview for what it will delete. This resource's `check` compares what the state holds with what the
 * file declares, refuses more deletions than `settings.maxDeletes`, and warns of each. It is nothing in the account.
 */
export class Inventory extends pulumi.CustomResource {
  constructor(name: string, args: InventoryArgs, options?: pulumi.CustomResourceOptions) {
    const { stack, connection, usesDefault, scope } = args;
    const identities = stack.templates.map(identityOf);
    for (const identity of identities) declaredInProgram.add(keyOfIdentity(stack.account.waba, identity));
    const held = managedTemplates();
    const inputs = {
      // What the engine prints with a failure comes first: it is short.
      maxDeletes: stack.settings.maxDeletes,
      waba: stack.account.waba,
      templates: identities.length,
      ...(connection === undefined ? {} : { connection }),
      ...(usesDefault ? { __default: true } : {}),
      ...(scope === undefined ? {} : { __scope: scope }),
      __declared: formatDeclared(identities),
      __profiles: stack.profiles.map(({ phone }) => phone).join("\n"),
      __connections: stack.connections.map(({ key }) => key).join("\n"),
      __removed: held.then((templates) => templates && formatRemoved(templates.filter(isUndeclared))),
      __managed: held.then((templates) => templates?.length),
      __provider: INVENTORY_HANDLER,
    };
    super("pulumi-nodejs:dynamic/mycobot:Inventory", name, inputs, options);
  }
}

/** Of all MessagingStacks of the program: what one of them does not declare may be another's. */
const declaredInProgram = new Set<string>();

function isUndeclared(one: RemovedIdentity): boolean {
  return !declaredInProgram.has(keyOfIdentity(one.waba, one));
}

function identityOf({ body, onRemove }: TemplateDeclaration): DeclaredIdentity {
  return { name: body.name, language: body.language, digest: digestOf(body), retain: onRemove === "retain" };
}

interface Content {
  language: string;
  category: string;
  components?: TemplateComponent[] | undefined;
}

/** Of what a customer sees: enough to recognize a renamed template by. A media file counts by its path. */
function digestOf({ language, category, components = [] }: Content): string {
  return contentDigest({ name: "", language, category, components });
}

/** Components of a state as a file declares them: `check` has added the hashes of media files. */
function withoutHashes(components: unknown): TemplateComponent[] {
  return JSON.parse(JSON.stringify(components ?? [], (key, value) => (key === "sha256" ? undefined : value)));
}

/**
 * The templates of MessagingStacks that the state holds at the start of this run, read from the state backend (no request to the
 * gateway). Undefined when the backend does not offer that.
 */
async function managedTemplates(): Promise<RemovedIdentity[] | undefined> {
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

/** The type chain of a template that a MessagingStack declares. */
const OF_A_STACK = `mycobot:index:MessagingStack$${TEMPLATE_TYPE}::`;

function managedTemplate(urn: string, outputs: Record<string, unknown>): RemovedIdentity[] {
  const at = urn.indexOf(OF_A_STACK);
  const { waba, name, language, category, components, onRemove } = outputs;
  if (at < 0 || typeof waba !== "string" || typeof name !== "string" || typeof language !== "string") return [];
  const logicalName = urn.slice(at + OF_A_STACK.length);
  return [
    {
      waba,
      name,
      language,
      // Computed for what turns out to be removed: few, if any.
      get digest() {
        return digestOf({ language, category: String(category), components: withoutHashes(components) });
      },
      retain: onRemove === "retain",
      logicalName,
    },
  ];
}
