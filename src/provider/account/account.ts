import { isDeepStrictEqual } from "node:util";
import { MycobotError } from "../../errors/index.ts";
import { type Gateway, GatewayError, type WireTemplate } from "../../gateway/index.ts";
import type { Route } from "../gateway-identity.ts";
import type { Warnings } from "../warnings.ts";
import type { ConnectionDirectory } from "./connection-directory.ts";
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

/** WhatsApp's 100/33 or its own 404: the object does not exist, or access is denied. A 404 of the gateway proves nothing. */
function isMissingOrForbidden(error: unknown): boolean {
  return (
    error instanceof GatewayError &&
    error.whatsapp !== undefined &&
    (error.status === 404 || (error.whatsapp.code === 100 && error.whatsapp.subcode === 33))
  );
}

/** One WhatsApp Business account during one run: its templates, listed once and updated by our own writes. */
export class Account {
  readonly waba: string;
  /** Serializes creates of one template name: the first one decides the category of the name. */
  readonly names: KeyedQueue = new KeyedQueue();
  readonly #parts: AccountParts;
  #snapshot: { route: Route; listed: Promise<TemplateSnapshot> } | undefined;
  #confirmedDoubt = false;
  #refusal: MycobotError | undefined;

  constructor(waba: string, parts: AccountParts) {
    this.waba = waba;
    this.#parts = parts;
  }

  /** The run's snapshot: listed for the first caller, shared by all others. A failure is shared only by callers of the same route. */
  async snapshot(route: Route): Promise<TemplateSnapshot> {
    this.#snapshot ??= { route, listed: this.#list(route) };
    const shared = this.#snapshot;
    try {
      return await shared.listed;
    } catch (error) {
      if (this.#snapshot === shared) this.#snapshot = undefined;
      if (isDeepStrictEqual(shared.route, route)) throw error;
      return this.snapshot(route);
    }
  }

  /** The snapshot, if this run has listed the account already: in a preview, with `--refresh` only. */
  async listed(): Promise<TemplateSnapshot | undefined> {
    return this.#snapshot?.listed.catch(() => undefined);
  }

  /** Lists again, after an ambiguous answer. */
  reload(route: Route): Promise<TemplateSnapshot> {
    this.#snapshot = undefined;
    return this.snapshot(route);
  }

  /** Ends the creates of this run: WhatsApp refuses all further ones for the same reason. */
  endCreates(refusal: MycobotError): void {
    this.#refusal ??= refusal;
  }

  /** @throws the error that ended the creates of this run */
  assertCreates(): void {
    if (this.#refusal !== undefined) throw this.#refusal;
  }

  /** Records the result of a write in the snapshot, or in the one that is being listed. */
  record(template: WireTemplate): void {
    this.#update((snapshot) => snapshot.put(template));
  }

  /** Records that a template was deleted. */
  forget(name: string, language: string): void {
    this.#update((snapshot) => snapshot.remove(name, language));
  }

  /** A list that fails has nothing to update; its callers receive the error. */
  #update(change: (snapshot: TemplateSnapshot) => void): void {
    this.#snapshot?.listed.then(change, () => {});
  }

  /** Counts a read of a managed template, for the {@link LossGuard}. */
  recordRead(): void {
    this.#parts.losses.recordRead();
  }

  /**
   * Confirms that a template that the snapshot does not contain is gone: undefined if it is, the template if a GET by id finds it
   * after all. Certainty takes a complete list that is not empty, a GET by id that fails, and no mass disappearance.
   *
   * @throws MYCO_LOSS_SUSPECTED if it is not certain
   */
  async confirmGone(label: string, templateId: string, route: Route): Promise<WireTemplate | undefined> {
    let present: WireTemplate | undefined;
    const { doubt } = await this.snapshot(route);
    const doubted = doubt !== undefined && !this.#parts.acceptLoss();
    await this.#parts.losses.missing(label, async () => {
      // With a doubtful list, one failed read by id is enough: the others need no request.
      if (!this.#confirmedDoubt) present = await this.readById(templateId, route);
      if (present !== undefined) return false; // the list lagged
      this.#confirmedDoubt ||= doubted;
      if (doubted) throw this.#notConfirmed(label, doubt);
      return true;
    });
    return present;
  }

  /** The template as WhatsApp has it now; undefined if none with this id exists or is readable. */
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

  #notConfirmed(label: string, reason: string): MycobotError {
    return new MycobotError("MYCO_LOSS_SUSPECTED", `${label} cannot be confirmed deleted: ${reason}. Kept in state`, {
      hint: "Check the connection and the WABA id, then run the command again later. If the template was deleted on purpose, run with MYCOBOT_ACCEPT_LOSS=1.",
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
    const text = `WhatsApp's list of account ${this.waba} contains templates that cannot be read and were skipped: ${names.join(", ")}.`;
    this.#parts.warnings.add("MYCO_W_LIST_UNREADABLE", text);
  }
}

/** Runs work on one key one after another; different keys do not block each other. */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#tails.set(key, mine);
    return mine;
  }
}
