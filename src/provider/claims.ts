type Kind = "template" | "profile" | "connection";

/**
 * What the program declares in this run. Every `check` adds its resource: the engine calls it for declared resources only, not
 * for those that it refreshes or destroys.
 *
 * Two resources can refer to one object for a moment: after a move to another parent, with `up --replace`, or when a program
 * chooses its own logical names. The engine creates the new resource, which adopts the object, and then deletes the old one,
 * which is the same object.
 */
export class Claims {
  readonly #claimed = new Set<string>();
  readonly #connections = new Set<string>();

  add(kind: Kind, id: string): void {
    this.#claimed.add(`${kind} ${id}`);
  }

  has(kind: Kind, id: string): boolean {
    return this.#claimed.has(`${kind} ${id}`);
  }

  /** Records the connection of a declared resource. */
  addConnection(connection: unknown): void {
    if (typeof connection === "string") this.#connections.add(connection);
  }

  /**
   * The connection for a removal whose state records `recorded`: the one that all declared resources of this run share, if there
   * is exactly one. A removed resource did not receive the new declaration.
   */
  connectionFor(recorded: string | undefined): string | undefined {
    const [declared, ...others] = this.#connections;
    if (declared === undefined || others.length > 0) return recorded;
    return declared;
  }
}
