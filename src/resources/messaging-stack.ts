import { chosenConnection } from "../model/connection.ts";
import { labelOfIdentity } from "../model/inventory.ts";
import { contentOfBody } from "../model/template/inputs.ts";
import { unchecked } from "../model/unchecked.ts";
import type { ProfileDeclaration, Stack, TemplateDeclaration } from "../stack/types.ts";
import { BusinessProfile } from "./business-profile.ts";
import { Connection } from "./connection.ts";
import { Inventory } from "./inventory.ts";
import * as pulumi from "./pulumi.ts";
import { type SendableNames, sendableNames, warnOfEmptiedKeys } from "./sendable-names.ts";
import { Template, type TemplateArgs } from "./template.ts";

/** What the resources of a stack share: parent, dependencies, connection. */
interface Placement {
  stack: Stack;
  parent: pulumi.Resource;
  /**
   * All declared connections, otherwise the Inventory: created before the resources that may use them, and deleted after them. A
   * resource without a connection of its own uses the only ACTIVE one, which may be one of these.
   */
  dependsOn: pulumi.Resource[];
  connection: pulumi.Input<string> | undefined;
  /** The Pulumi stack, for the URNs of warnings. */
  scope: { __scope?: string };
}

/** Omits absent inputs: an input that is present and undefined counts as a change. */
function common({ stack, connection, scope }: Placement) {
  return {
    ...scope,
    ...(connection === undefined ? {} : { connection }),
    ...(stack.account.app === undefined ? {} : { app: stack.account.app }),
  };
}

/**
 * The logical name of a template is its identity in the account, so a renamed key in the stack file changes nothing. Older states
 * use the key: an alias matches them, unless another template of the file now has that name.
 */
export function namesOfTemplates(stack: Stack): Map<TemplateDeclaration, Naming> {
  const names = stack.templates.map((template) => labelOfIdentity(template.body));
  const taken = new Set(names);
  return new Map(
    stack.templates.map((template, index) => {
      const name = names[index] ?? template.logicalName;
      const former = template.logicalName;
      return [template, { name, aliases: taken.has(former) ? [] : [{ name: former }] }];
    }),
  );
}

interface Naming {
  name: string;
  aliases: pulumi.Alias[];
}

function declareTemplate(template: TemplateDeclaration, { name, aliases }: Naming, placement: Placement): Template {
  const args = {
    // Compared with WhatsApp's lists when the stack was loaded.
    ...(contentOfBody(template.body) as unknown as Omit<TemplateArgs, "waba">),
    ...common(placement),
    waba: placement.stack.account.waba,
    adopt: template.adopt,
    onRemove: template.onRemove,
    ...(template.accepted === undefined ? {} : { accepted: template.accepted }),
  };
  const { parent, dependsOn } = placement;
  return new Template(name, args, { parent, dependsOn, aliases, protect: template.protect });
}

function declareProfile(profile: ProfileDeclaration, placement: Placement): BusinessProfile {
  const { vertical, ...fields } = profile.fields;
  const args = {
    ...fields,
    ...(vertical === undefined ? {} : { vertical: unchecked(vertical) }),
    ...common(placement),
    phone: profile.phone,
    ...(profile.picture === undefined ? {} : { picture: { file: profile.picture } }),
    onRemove: profile.onRemove,
  };
  const { parent, dependsOn, stack } = placement;
  return new BusinessProfile(profile.phone, args, { parent, dependsOn, protect: stack.settings.protect });
}

/** What WhatsApp says about a template, as of the last run that read or wrote it. */
export interface TemplateState {
  /** `APPROVED`, `PENDING`, `REJECTED` … */
  status: string;
  /** The category that WhatsApp assigned. */
  category: string;
  /** Why WhatsApp rejected it, such as `INVALID_FORMAT`. */
  rejectedReason?: string;
}

function stateOf({ status, approvedCategory, rejectedReason }: Template): pulumi.Output<TemplateState> {
  return pulumi
    .all([status, approvedCategory, rejectedReason])
    .apply(([status, category, reason]) => ({ status, category, ...(reason ? { rejectedReason: reason } : {}) }));
}

/** All resources of a stack file, as one component. */
export class MessagingStack extends pulumi.ComponentResource {
  readonly connections: Record<string, Connection> = {};
  /** By phone number id. */
  readonly profiles: Record<string, BusinessProfile> = {};
  /** By logical name, `<remote name>/<language>`. */
  readonly templates: Record<string, Template> = {};
  /** The current remote name of each key, as declared. */
  readonly templateNames: Record<string, string> = {};
  /** The id of each declared connection, by key. */
  readonly connectionIds: Record<string, pulumi.Output<string>> = {};
  /** By logical name: status, category and reason of a rejection. */
  readonly templateStates: Record<string, pulumi.Output<TemplateState>> = {};
  /** By key and language: the name of the newest version that is APPROVED as of the last read, for senders. */
  readonly sendableNames: SendableNames["sendableNames"];
  /** By key: the languages without an APPROVED version. */
  readonly unsendable: SendableNames["unsendable"];

  constructor(name: string, stack: Stack, options?: pulumi.ComponentResourceOptions) {
    super("mycobot:index:MessagingStack", name, {}, options);
    const scope = options?.parent === undefined ? { __scope: pulumi.getStack() } : {};
    const chosen = chosenConnection(stack);
    const inventory = new Inventory(
      name,
      {
        stack,
        connection: stack.connections.some(({ key }) => key === chosen) ? undefined : chosen,
        usesDefault: chosen === undefined && stack.connections.length === 0 && declaresAnything(stack),
        scope: scope.__scope,
      },
      { parent: this },
    );
    for (const declared of stack.connections) {
      const args = declared.id === undefined ? { app: declared.app } : { existing: declared.id };
      const connection = new Connection(declared.key, args, {
        parent: this,
        dependsOn: [inventory],
        protect: stack.settings.protect,
      });
      this.connections[declared.key] = connection;
      this.connectionIds[declared.key] = connection.connectionId;
    }
    const connection = chosen === undefined ? undefined : (this.connections[chosen]?.connectionId ?? chosen);
    const connections = Object.values(this.connections);
    // Connections depend on the Inventory themselves, and the state of every resource lists each of its dependencies.
    const dependsOn = connections.length > 0 ? connections : [inventory];
    const placement: Placement = { stack, parent: this, dependsOn, connection, scope };
    for (const profile of stack.profiles) this.profiles[profile.phone] = declareProfile(profile, placement);
    const declared: [TemplateDeclaration, Template][] = [];
    for (const [template, naming] of namesOfTemplates(stack)) {
      const resource = declareTemplate(template, naming, placement);
      declared.push([template, resource]);
      this.templates[naming.name] = resource;
      this.templateStates[naming.name] = stateOf(resource);
      if (!template.previous) this.templateNames[template.key] = template.body.name;
    }
    const senders = sendableNames(declared);
    this.sendableNames = senders.sendableNames;
    this.unsendable = senders.unsendable;
    const { waba } = stack.account;
    inventory.held.then((held = []) => {
      const ofAccount = held.filter((one) => one.waba === waba);
      warnOfEmptiedKeys(declared, ofAccount);
    });
    this.registerOutputs({ templateNames: this.templateNames });
  }
}

function declaresAnything({ templates, profiles }: Stack): boolean {
  return templates.length + profiles.length > 0;
}
