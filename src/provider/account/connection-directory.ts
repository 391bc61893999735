import { isMycobotError, MycobotError } from "../../errors/index.ts";
import { type Gateway, onlyActive } from "../../gateway/index.ts";
import { WHATSAPP_APP } from "../../model/connection.ts";
import type { GatewayIdentity, Route } from "../gateway-identity.ts";
import { PromiseCache } from "../promise-cache.ts";

interface Parts {
  gateway: () => Gateway;
  /** The environment's `MATON_CONNECTION`. */
  preferred: () => string | undefined;
  identity: GatewayIdentity;
}

/** The status of a connection applies to the whole run; a call that failed may be repeated by the next resource. */
function isVerdict(error: unknown): boolean {
  return isMycobotError(error) && error.code === "MYCO_CONNECTION_NOT_ACTIVE";
}

/** Chooses the connection for each call, with at most one lookup per run. */
export class ConnectionDirectory {
  readonly #parts: Parts;
  readonly #ready = new PromiseCache<string>(isVerdict);
  readonly #default = new PromiseCache<{ id: string; known: string[] | undefined }>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The connection to write through. Its status is checked once per run. @throws MYCO_CONNECTION_NOT_ACTIVE */
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
   * Runs a call through the connection that a state records. If the gateway does not know it, `MATON_CONNECTION` is used if set.
   * No other connection is tried: with the key of another account, the answer would be the same.
   *
   * @throws MYCO_CONNECTION_UNKNOWN
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
        `the gateway does not know connection ${id}, which the state records`,
        {
          hint: "Check MATON_API_KEY. If the connection was replaced, declare the new one and run 'pulumi up', or set MATON_CONNECTION to its id.",
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
        ? `It is not authorized yet: open the link that 'mycobot connections open ${id}' shows, then run 'pulumi up' again.`
        : "Create a new connection, authorize it, and declare it in place of this one.";
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
