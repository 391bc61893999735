import { isMycobotError, MycobotError } from "../../errors/index.ts";
import { type Gateway, onlyActive } from "../../gateway/index.ts";
import type { GatewayIdentity } from "../gateway-identity.ts";
import { PromiseCache } from "../promise-cache.ts";

/** The gateway's name of the app that WhatsApp connections belong to. */
export const WHATSAPP_APP = "whatsapp-business";

/** Which connection a resource goes through. */
export interface Route {
  /** As declared. */
  connection?: string | undefined;
  /** Without a declared one: the connection that the state was written through. */
  resolvedConnection?: string | undefined;
}

interface Parts {
  gateway: () => Gateway;
  /** The environment's `MATON_CONNECTION`. */
  preferred: () => string | undefined;
  identity: GatewayIdentity;
}

/** A verdict about the connection holds for the run; a call that failed may be tried by the next resource. */
function isVerdict(error: unknown): boolean {
  return isMycobotError(error) && error.code === "MYCO_CONNECTION_NOT_ACTIVE";
}

/** Which connection a call goes through, asked at most once per run. */
export class ConnectionDirectory {
  readonly #parts: Parts;
  readonly #ready = new PromiseCache<string>(isVerdict);
  readonly #default = new PromiseCache<{ id: string; known: string[] | undefined }>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The connection to write through, ACTIVE as of this run's first look. */
  async forWrite(route: Route): Promise<string> {
    const id = await this.of(route);
    return this.#ready.once(id, () => this.#checkActive(id));
  }

  /** The declared connection, else `MATON_CONNECTION`, else the only ACTIVE one. @throws MYCO_GATEWAY_CHANGED */
  async of({ connection, resolvedConnection }: Route): Promise<string> {
    if (connection !== undefined) return connection;
    const { id, known } = await this.#default.once("", () => this.#findDefault());
    if (known !== undefined) this.#parts.identity.assertSameAccount(resolvedConnection, known);
    return id;
  }

  /**
   * Runs a call through the connection of a state. One that the gateway does not know (any more) is an error that says what to do,
   * unless `MATON_CONNECTION` names another: the account of another key would answer in the same way.
   */
  async through<T>(route: Route, call: (connection: string) => Promise<T>): Promise<T> {
    const id = await this.of(route);
    try {
      return await call(id);
    } catch (error) {
      if (!isMycobotError(error) || error.code !== "MYCO_CONNECTION_UNKNOWN") throw error;
      const other = this.#parts.preferred();
      if (other !== undefined && other !== id) return call(other);
      throw new MycobotError(
        "MYCO_CONNECTION_UNKNOWN",
        `the gateway does not know connection ${id}, which the state names`,
        {
          hint: "Check MATON_API_KEY. If the connection was replaced, declare the new one and run 'pulumi up', or name it in MATON_CONNECTION.",
          cause: error,
        },
      );
    }
  }

  async #checkActive(id: string): Promise<string> {
    const connection = await this.#parts.gateway().connections.get({ connectionId: id });
    if (connection.status === "ACTIVE") return id;
    const hint =
      connection.status === "PENDING"
        ? `A person has to grant it: 'mycobot connections open ${id}' shows the link. Then run 'pulumi up' again.`
        : "Create a new connection, grant it, and declare that one.";
    throw new MycobotError("MYCO_CONNECTION_NOT_ACTIVE", `connection ${id} is ${connection.status}, not ACTIVE`, {
      hint,
    });
  }

  async #findDefault(): Promise<{ id: string; known: string[] | undefined }> {
    const preferred = this.#parts.preferred();
    if (preferred !== undefined) return { id: preferred, known: undefined };
    const all = await this.#parts.gateway().connections.list({ app: WHATSAPP_APP });
    const known = all.map(({ connection_id }) => connection_id);
    const { connection_id: id } = onlyActive(all, "Set 'account.connection' in the stack file, or MATON_CONNECTION.");
    return { id: await this.#ready.once(id, async () => id), known };
  }
}
