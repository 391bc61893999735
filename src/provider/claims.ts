type Kind = "template" | "profile" | "connection";

/**
 * What the program declares in this run, noted by every `check` (the engine calls it for each declared resource, and for
 * nothing that it refreshes or destroys).
 *
 * Two resources can mean one object for a moment: a resource moves to another parent, `up --replace` is asked for, a program
 * gives its resources names of its own. The engine creates the new one, which takes over what is there, and then deletes the
 * old one: the same object.
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

  /** Notes the connection that a declared resource goes through. */
  addConnection(connection: unknown): void {
    if (typeof connection === "string") this.#connections.add(connection);
  }

  /**
   * The connection to remove something through whose state names `recorded`: the one that all of this run's resources declare,
   * if they agree. What is removed was not told when the declaration changed.
   */
  connectionFor(recorded: string | undefined): string | undefined {
    const [declared, ...others] = this.#connections;
    if (declared === undefined || others.length > 0) return recorded;
    return declared;
  }
}
