import { MycobotError } from "../../errors/index.ts";
import { type Gateway, GatewayError, type WireTemplate } from "../../gateway/index.ts";
import type { Warnings } from "../warnings.ts";
import type { ConnectionDirectory, Route } from "./connection-directory.ts";
import { KeyedQueue } from "./keyed-queue.ts";
import type { LossGuard } from "./loss-guard.ts";
import { DELETED, PAGE_SIZE, SNAPSHOT_FIELDS, TemplateSnapshot } from "./template-snapshot.ts";

export interface AccountParts {
  gateway: () => Gateway;
  connections: ConnectionDirectory;
  losses: LossGuard;
  /** `MYCOBOT_ACCEPT_LOSS=1`. */
  acceptLoss: () => boolean;
  warnings: Warnings;
}

/** WhatsApp's 100/33, or a 404 of its own: the object does not exist, or may not be seen. A 404 of the gateway says nothing. */
function isMissingOrForbidden(error: unknown): boolean {
  return (
    error instanceof GatewayError &&
    error.whatsapp !== undefined &&
    (error.status === 404 || (error.whatsapp.code === 100 && error.whatsapp.subcode === 33))
  );
}

/** One WhatsApp Business Account during one run: its templates, listed once, and what we did to them since. */
export class Account {
  readonly waba: string;
  /** Creates of one template name go one after another: the first decides the name's category. */
  readonly names: KeyedQueue = new KeyedQueue();
  readonly #parts: AccountParts;
  #snapshot: Promise<TemplateSnapshot> | undefined;
  #confirmedDoubt = false;

  constructor(waba: string, parts: AccountParts) {
    this.waba = waba;
    this.#parts = parts;
  }

  /** The run's snapshot. The first caller pays for it, all others share it. */
  snapshot(route: Route): Promise<TemplateSnapshot> {
    if (this.#snapshot !== undefined) return this.#snapshot;
    const listed = this.#list(route);
    this.#snapshot = listed;
    listed.catch(() => {
      if (this.#snapshot === listed) this.#snapshot = undefined;
    });
    return listed;
  }

  /** Lists again: after an answer that leaves open what happened. */
  reload(route: Route): Promise<TemplateSnapshot> {
    this.#snapshot = undefined;
    return this.snapshot(route);
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
   * Decides about a template that the snapshot does not hold: what a GET by id answers, when it is there after all; undefined when
   * it is really gone. Fails when that is not certain: it needs a list that is whole and not empty, a GET by id that
   * fails for this one, and no mass disappearance.
   */
  async confirmGone(label: string, templateId: string, route: Route): Promise<WireTemplate | undefined> {
    let present: WireTemplate | undefined;
    const { doubt } = await this.snapshot(route);
    const doubted = doubt !== undefined && !this.#parts.acceptLoss();
    await this.#parts.losses.missing(label, async () => {
      // Once one of a doubtful list could not be read by its id either, the others need no request.
      if (!this.#confirmedDoubt) present = await this.readById(templateId, route);
      if (present !== undefined) return false; // the list lags
      this.#confirmedDoubt ||= doubted;
      if (doubted) throw this.#notConvinced(label, doubt);
      return true;
    });
    return present;
  }

  /** The template as WhatsApp has it now; undefined when there is none with this id, or none that may be read. */
  async readById(templateId: string, route: Route): Promise<WireTemplate | undefined> {
    try {
      const template = await this.#parts.connections.through(route, (connection) =>
        this.#parts.gateway().templates.get({ connection, templateId, fields: SNAPSHOT_FIELDS }),
      );
      return template.status === DELETED ? undefined : template;
    } catch (error) {
      if (isMissingOrForbidden(error)) return undefined;
      throw error;
    }
  }

  #notConvinced(label: string, reason: string): MycobotError {
    return new MycobotError("MYCO_LOSS_SUSPECTED", `${label} cannot be confirmed deleted: ${reason}. Kept in state`, {
      hint: "Check the connection and the WABA id, and run the command again later. If it was deleted on purpose, run with MYCOBOT_ACCEPT_LOSS=1.",
    });
  }

  async #list(route: Route): Promise<TemplateSnapshot> {
    return this.#parts.connections.through(route, async (id) => {
      const templates: WireTemplate[] = [];
      const unreadable: string[] = [];
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
        unreadable.push(...page.unreadable.map(({ name, id: known, reason }) => name ?? known ?? reason));
        total ??= page.summary?.total_count;
      }
      if (unreadable.length > 0) this.#reportUnreadable(unreadable);
      return new TemplateSnapshot(templates, total, unreadable);
    });
  }

  #reportUnreadable(names: readonly string[]): void {
    const text = `WhatsApp's list of account ${this.waba} holds templates that cannot be read, and they were skipped: ${names.join(", ")}.`;
    this.#parts.warnings.add("MYCO_W_LIST_UNREADABLE", text);
  }
}
