/** Runs the work for a key at most once at a time and keeps what succeeded; what failed may be tried again. */
export class PromiseCache<T> {
  readonly #results = new Map<string, Promise<T>>();
  readonly #isFinal: (error: unknown) => boolean;

  /** `isFinal`: a failure that is kept like a success. */
  constructor(isFinal: (error: unknown) => boolean = () => false) {
    this.#isFinal = isFinal;
  }

  once(key: string, work: () => Promise<T>): Promise<T> {
    let result = this.#results.get(key);
    if (result === undefined) {
      result = work();
      this.#results.set(key, result);
      result.catch((error) => {
        if (!this.#isFinal(error)) this.#results.delete(key);
      });
    }
    return result;
  }
}
