import { isMycobotError, MycobotError } from "../../errors/index.ts";
import { type Gateway, onlyActive } from "../../gateway/index.ts";
import { Once } from "../once.ts";

/** The gateway's name of the app that WhatsApp connections belong to. */
export const WHATSAPP_APP = "whatsapp-business";

/** A verdict about the connection holds for the run; a call that failed may be tried by the next resource. */
const isVerdict = (error: unknown): boolean => isMycobotError(error) && error.code === "MYCO_CONNECTION_NOT_ACTIVE";

/** Which connection a call goes through, asked at most once per run. */
export class ConnectionDirectory {
  readonly #gateway: () => Gateway;
  readonly #preferred: () => string | undefined;
  readonly #ready = new Once<string>(isVerdict);
  readonly #default = new Once<string>();

  /** `preferred`: the environment's `MATON_CONNECTION`. */
  constructor(gateway: () => Gateway, preferred: () => string | undefined) {
    this.#gateway = gateway;
    this.#preferred = preferred;
  }

  /** The connection to write through, ACTIVE as of this run's first look. `declared`: the resource's own, if it has one. */
  async forWrite(declared: string | undefined): Promise<string> {
    const id = declared ?? (await this.#defaultId());
    return this.#ready.once(id, () => this.#checkActive(id));
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
    return this.#default.once("", () => this.#findDefault());
  }

  async #findDefault(): Promise<string> {
    const preferred = this.#preferred();
    if (preferred) return preferred;
    const all = await this.#gateway().connections.list({ app: WHATSAPP_APP });
    const { connection_id: id } = onlyActive(all, "Set 'account.connection' in the stack file, or MATON_CONNECTION.");
    return this.#ready.once(id, async () => id);
  }
}
