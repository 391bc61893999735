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

/** Calls on one WhatsApp Business account. */
export interface AccountCall extends ProxyCall {
  /** Id of the WhatsApp Business account: digits. */
  wabaId: string;
}

/** Calls on one phone number. */
export interface PhoneCall extends ProxyCall {
  /** Id of the phone number (not the number itself): digits. */
  phoneNumberId: string;
}
