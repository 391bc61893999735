/** What every call takes. */
export interface CallOptions {
  /** Gives the call up; it then fails with `MYCO_INTERRUPTED`. */
  signal?: AbortSignal | undefined;
}

/** What every call through the proxy takes. */
export interface ProxyCall extends CallOptions {
  /** Id of the Maton connection; always sent as `Maton-Connection`. */
  connection: string;
}
