import { MycobotError } from "../../errors/index.ts";
import { type Gateway, GatewayError, type WireTemplate } from "../../gateway/index.ts";
import type { ConnectionDirectory } from "./connection-directory.ts";
import type { LossGuard } from "./loss-guard.ts";
import { DELETED, PAGE_SIZE, SNAPSHOT_FIELDS, TemplateSnapshot } from "./template-snapshot.ts";
import { Turnstile } from "./turnstile.ts";

export interface AccountParts {
  gateway: () => Gateway;
  connections: ConnectionDirectory;
  losses: LossGuard;
  /** `MYCOBOT_ACCEPT_LOSS=1`. */
  acceptLoss: () => boolean;
}

/** WhatsApp's 100/33, or a 404 of its own: the object does not exist, or may not be seen. A 404 of the gateway says nothing. */
const isMissingOrForbidden = (error: unknown): boolean =>
  error instanceof GatewayError &&
  error.whatsapp !== undefined &&
  (error.status === 404 || (error.whatsapp.code === 100 && error.whatsapp.subcode === 33));

/** One WhatsApp Business Account during one run: its templates, listed once, and what we did to them since. */
export class Account {
  readonly waba: string;
  /** Creates of one template name go one after another: the first decides the name's category. */
  readonly names: Turnstile = new Turnstile();
  readonly #parts: AccountParts;
  #snapshot: Promise<TemplateSnapshot> | undefined;

  constructor(waba: string, parts: AccountParts) {
    this.waba = waba;
    this.#parts = parts;
  }

  /** The run's snapshot. The first caller pays for it, all others share it. */
  snapshot(connection: string | undefined): Promise<TemplateSnapshot> {
    if (this.#snapshot !== undefined) return this.#snapshot;
    const listed = this.#list(connection);
    this.#snapshot = listed;
    listed.catch(() => {
      if (this.#snapshot === listed) this.#snapshot = undefined;
    });
    return listed;
  }

  /** Lists again: after an answer that leaves open what happened. */
  reload(connection: string | undefined): Promise<TemplateSnapshot> {
    this.#snapshot = undefined;
    return this.snapshot(connection);
  }

  /** Notes what a write made of a template: in the list that the run holds, or in the one that is on its way. */
  record(template: WireTemplate): void {
    this.#note((snapshot) => snapshot.put(template));
  }

  /** Notes that a template was deleted. */
  forget(name: string, language: string): void {
    this.#note((snapshot) => snapshot.remove(name, language));
  }

  /** A list that fails has nothing to note, and whoever waits for it is told. */
  #note(change: (snapshot: TemplateSnapshot) => void): void {
    this.#snapshot?.then(change, () => {});
  }

  /** Counts a read of a managed template, for the {@link LossGuard}. */
  seen(): void {
    this.#parts.losses.seen();
  }

  /**
   * Resolves when a template that the snapshot does not hold is really gone; fails when that is not certain.
   * Needs a list that is whole and not empty, a GET by id that fails for this one, and no mass disappearance.
   */
  async confirmGone(label: string, templateId: string, connection: string | undefined): Promise<void> {
    const { doubt } = await this.snapshot(connection);
    if (doubt !== undefined && !this.#parts.acceptLoss()) throw this.#notConvinced(label, doubt);
    await this.#parts.losses.missing(label, async () => {
      if (!(await this.#stillExists(templateId, connection))) return;
      const reason = "WhatsApp's list leaves it out, but it can still be read by its id: the list was cut short";
      throw this.#notConvinced(label, reason);
    });
  }

  async #stillExists(templateId: string, connection: string | undefined): Promise<boolean> {
    try {
      const { status } = await this.#parts.connections.through(connection, (id) =>
        this.#parts.gateway().templates.get({ connection: id, templateId, fields: [] }),
      );
      return status !== DELETED;
    } catch (error) {
      if (isMissingOrForbidden(error)) return false;
      throw error;
    }
  }

  #notConvinced(label: string, reason: string): MycobotError {
    return new MycobotError("MYCO_LOSS_SUSPECTED", `${label} cannot be called gone: ${reason}. The state keeps it`, {
      hint: "Check the connection and the WABA id, and run the command again later. If it was deleted on purpose, run with MYCOBOT_ACCEPT_LOSS=1.",
    });
  }

  async #list(connection: string | undefined): Promise<TemplateSnapshot> {
    return this.#parts.connections.through(connection, async (id) => {
      const templates: WireTemplate[] = [];
      let total: number | undefined;
      const pages = this.#parts.gateway().templates.pages({
        connection: id,
        wabaId: this.waba,
        fields: SNAPSHOT_FIELDS,
        limit: PAGE_SIZE,
        summary: ["total_count"],
      });
      for await (const page of pages) {
        templates.push(...page.templates);
        total ??= page.summary?.total_count;
      }
      return new TemplateSnapshot(templates, total);
    });
  }
}
