import { contentOfBody } from "../model/template/inputs.ts";
import type { ProfileDeclaration, Stack, TemplateDeclaration } from "../stack/types.ts";
import { BusinessProfile } from "./business-profile.ts";
import { Connection } from "./connection.ts";
import * as pulumi from "./pulumi.ts";
import { Template } from "./template.ts";

/** The gateway's name of the app that sends WhatsApp messages: a connection to another one is of no use here. */
const WHATSAPP_APP = "whatsapp-business";

/** A resource's place below the stack: its parent, and the connection that it needs. */
interface Placement {
  stack: Stack;
  parent: pulumi.Resource;
  /**
   * All that are declared: created before what may go through them, and deleted after it. A resource without a connection of its
   * own goes through the one that is ACTIVE, and that may be one of them.
   */
  dependsOn: pulumi.Resource[];
  connection: pulumi.Input<string> | undefined;
}

/** `connection` only where there is one: an input that is present and undefined would count as a change. */
const common = ({ stack, connection }: Placement) => ({
  ...(connection === undefined ? {} : { connection }),
  ...(stack.account.app === undefined ? {} : { app: stack.account.app }),
});

function declareTemplate(template: TemplateDeclaration, placement: Placement): Template {
  const args = {
    ...contentOfBody(template.body),
    ...common(placement),
    waba: placement.stack.account.waba,
    adopt: template.adopt,
    onRemove: template.onRemove,
    ...(template.accepted === undefined ? {} : { accepted: template.accepted }),
  };
  const { parent, dependsOn } = placement;
  return new Template(template.logicalName, args, { parent, dependsOn, protect: template.protect });
}

function declareProfile(profile: ProfileDeclaration, placement: Placement): BusinessProfile {
  const args = {
    ...profile.fields,
    ...common(placement),
    phone: profile.phone,
    ...(profile.picture === undefined ? {} : { picture: { file: profile.picture } }),
    onRemove: profile.onRemove,
  };
  const { parent, dependsOn, stack } = placement;
  return new BusinessProfile(profile.phone, args, { parent, dependsOn, protect: stack.settings.protect });
}

/** Everything that a stack file declares, as one component. */
export class MessagingStack extends pulumi.ComponentResource {
  readonly connections: Record<string, Connection> = {};
  /** By phone number id. */
  readonly profiles: Record<string, BusinessProfile> = {};
  /** By logical name, `key/language`. */
  readonly templates: Record<string, Template> = {};
  /** The current remote name of each key: what senders use. */
  readonly templateNames: Record<string, string> = {};

  constructor(name: string, stack: Stack, options?: pulumi.ComponentResourceOptions) {
    super("mycobot:index:MessagingStack", name, {}, options);
    for (const declared of stack.connections) {
      const args = declared.id === undefined ? { app: declared.app } : { existing: declared.id };
      this.connections[declared.key] = new Connection(declared.key, args, {
        parent: this,
        protect: stack.settings.protect,
      });
    }
    const connection = this.#connectionOf(stack);
    const placement = { stack, parent: this, dependsOn: Object.values(this.connections), connection };
    for (const profile of stack.profiles) this.profiles[profile.phone] = declareProfile(profile, placement);
    for (const template of stack.templates) {
      this.templates[template.logicalName] = declareTemplate(template, placement);
      if (!template.previous) this.templateNames[template.key] = template.body.name;
    }
    this.registerOutputs({ templateNames: this.templateNames });
  }

  /** The declared one, by key or id; without a declaration, the only one for WhatsApp that the file declares. */
  #connectionOf(stack: Stack): pulumi.Input<string> | undefined {
    const [only, ...others] = stack.connections.filter(({ app = WHATSAPP_APP }) => app === WHATSAPP_APP);
    const chosen = stack.account.connection ?? (others.length === 0 ? only?.key : undefined);
    return chosen === undefined ? undefined : (this.connections[chosen]?.connectionId ?? chosen);
  }
}
