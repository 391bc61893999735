type Kind = "template" | "profile" | "connection";

/**
 * What the program declares in this run, noted by every `check` (the engine calls it for each declared resource, and for
 * nothing that it refreshes or destroys).
 *
 * Two resources can mean one object for a moment: a key is renamed, a resource moves to another parent, `up --replace` is
 * asked for. The engine creates the new one, which takes over what is there, and then deletes the old one: the same object.
 */
export class Claims {
  readonly #claimed = new Set<string>();

  add(kind: Kind, id: string): void {
    this.#claimed.add(`${kind} ${id}`);
  }

  has(kind: Kind, id: string): boolean {
    return this.#claimed.has(`${kind} ${id}`);
  }
}
