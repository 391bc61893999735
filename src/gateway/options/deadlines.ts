/** All in milliseconds. */
export interface Deadlines {
  /** To open a connection. */
  connect: number;
  /** From the sent request to the response's headers. */
  headers: number;
  /** Between two pieces of the response's body. */
  body: number;
  /** One try in all, from leaving the rate gate to the last byte. Waiting for a turn does not count. */
  total: number;
}

export const DEADLINES: Deadlines = { connect: 10_000, headers: 30_000, body: 30_000, total: 60_000 };

/** Uploads carry up to 100 MB. */
export const UPLOAD_DEADLINES: Partial<Deadlines> = { headers: 120_000, total: 600_000 };
