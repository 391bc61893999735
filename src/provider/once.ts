/** Runs the work for a key at most once at a time and keeps what succeeded; what failed may be tried again. */
export class Once<T> {
  readonly #results = new Map<string, Promise<T>>();

  once(key: string, work: () => Promise<T>): Promise<T> {
    let result = this.#results.get(key);
    if (result === undefined) {
      result = work();
      this.#results.set(key, result);
      result.catch(() => this.#results.delete(key));
    }
    return result;
  }
}
