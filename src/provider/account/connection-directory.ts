import { isMycobotError, MycobotError } from "../../errors/index.ts";
import type { Connection, Gateway } from "../../gateway/index.ts";

/** The gateway's name of the app that WhatsApp connections belong to. */
export const WHATSAPP_APP = "whatsapp-business";

const describe = (connection: Connection): string => `${connection.connection_id} (${connection.status})`;

/** Which connection a call goes through, asked at most once per run. */
export class ConnectionDirectory {
  readonly #gateway: () => Gateway;
  readonly #preferred: () => string | undefined;
  readonly #ready = new Map<string, Promise<string>>();
  #default: Promise<string> | undefined;

  /** `preferred`: the environment's `MATON_CONNECTION`. */
  constructor(gateway: () => Gateway, preferred: () => string | undefined) {
    this.#gateway = gateway;
    this.#preferred = preferred;
  }

  /** The connection to write through, ACTIVE as of this run's first look. `declared`: the resource's own, if it has one. */
  async forWrite(declared: string | undefined): Promise<string> {
    const id = declared ?? (await this.#defaultId());
    let ready = this.#ready.get(id);
    if (ready === undefined) {
      ready = this.#checkActive(id);
      this.#ready.set(id, ready);
      ready.catch((error) => {
        // A verdict about the connection holds for the run; a call that failed may be tried by the next resource.
        if (!isMycobotError(error) || error.code !== "MYCO_CONNECTION_NOT_ACTIVE") this.#ready.delete(id);
      });
    }
    return ready;
  }

  /**
   * Runs a call that needs no particular connection through the declared one. State may hold a connection that has been
   * replaced since: when the gateway does not know it any more, the call goes through the default one.
   */
  async through<T>(declared: string | undefined, call: (connection: string) => Promise<T>): Promise<T> {
    if (declared === undefined) return call(await this.#defaultId());
    try {
      return await call(declared);
    } catch (error) {
      if (!isMycobotError(error) || error.code !== "MYCO_CONNECTION_UNKNOWN") throw error;
      return call(await this.#defaultId());
    }
  }

  async #checkActive(id: string): Promise<string> {
    const connection = await this.#gateway().connections.get({ connectionId: id });
    if (connection.status === "ACTIVE") return id;
    const hint =
      connection.status === "PENDING"
        ? `Somebody has to grant it: 'mycobot connections open ${id}' shows the link. Then run 'pulumi up' again.`
        : "Create a new connection, grant it, and declare that one.";
    throw new MycobotError("MYCO_CONNECTION_NOT_ACTIVE", `connection ${id} is ${connection.status}, not ACTIVE`, {
      hint,
    });
  }

  #defaultId(): Promise<string> {
    this.#default ??= this.#findDefault();
    this.#default.catch(() => {
      this.#default = undefined;
    });
    return this.#default;
  }

  async #findDefault(): Promise<string> {
    const preferred = this.#preferred();
    if (preferred) return preferred;
    const all = await this.#gateway().connections.list({ app: WHATSAPP_APP });
    const active = all.filter((connection) => connection.status === "ACTIVE");
    const [only, ...others] = active;
    if (only === undefined) {
      const found = all.length > 0 ? `only ${all.map(describe).join(", ")}` : "none at all";
      throw new MycobotError(
        "MYCO_CONNECTION_NOT_ACTIVE",
        `the Maton account has no ACTIVE ${WHATSAPP_APP} connection, ${found}`,
        {
          hint: "Declare one under 'connections' of the stack file, or grant the pending one with 'mycobot connections open'.",
        },
      );
    }
    if (others.length > 0) {
      throw new MycobotError(
        "MYCO_CONNECTION_AMBIGUOUS",
        `the Maton account has ${active.length} ACTIVE connections: ${active.map(describe).join(", ")}`,
        {
          hint: "Say which one: 'account.connection' in the stack file, or MATON_CONNECTION.",
        },
      );
    }
    this.#ready.set(only.connection_id, Promise.resolve(only.connection_id));
    return only.connection_id;
  }
}
