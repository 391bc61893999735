import { chosenConnection } from "../model/connection.ts";
import { RESOURCE_TYPES } from "../model/resource-types.ts";
import type { ProfileDeclaration, Stack, TemplateDeclaration } from "../stack/types.ts";
import { BusinessProfile } from "./business-profile.ts";
import { Connection } from "./connection.ts";
import {
  connectionInputs,
  type Naming,
  namesOfTemplates,
  profileInputs,
  type SharedInputs,
  templateInputs,
} from "./declared-resources.ts";
import { Inventory } from "./inventory.ts";
import * as pulumi from "./pulumi.ts";
import { type SendableNames, sendableNames, warnOfEmptiedKeys } from "./sendable-names.ts";
import { Template, type TemplateArgs } from "./template.ts";

/** What the resources of a stack share: parent, dependencies, connection. */
interface Placement extends SharedInputs<pulumi.Input<string>> {
  parent: pulumi.Resource;
  /**
   * All declared connections, otherwise the Inventory: created before the resources that may use them, and deleted after them. A
   * resource without a connection of its own uses the only ACTIVE one, which may be one of these.
   */
  dependsOn: pulumi.Resource[];
}

function declareTemplate(template: TemplateDeclaration, { name, aliases }: Naming, placement: Placement): Template {
  const { parent, dependsOn } = placement;
  const options = { parent, dependsOn, aliases, protect: template.protect };
  // Compared with WhatsApp's lists when the stack was loaded.
  return new Template(name, templateInputs(template, placement) as unknown as TemplateArgs, options);
}

function declareProfile(profile: ProfileDeclaration, placement: Placement): BusinessProfile {
  const { parent, dependsOn, stack } = placement;
  const options = { parent, dependsOn, protect: stack.settings.protect };
  return new BusinessProfile(profile.phone, profileInputs(profile, placement), options);
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
    super(RESOURCE_TYPES.stack, name, {}, options);
    const scope = options?.parent === undefined ? pulumi.getStack() : undefined;
    const chosen = chosenConnection(stack);
    const inventory = new Inventory(name, { stack, scope }, { parent: this });
    for (const declared of stack.connections) {
      const connection = new Connection(declared.key, connectionInputs(declared), {
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
