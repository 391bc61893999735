/** Rates and quotas of the two servers. Sources: Maton's rate limit page; WhatsApp's throughput, rate limit and template limit pages. */
export const RATES = {
  /** Requests that Maton answers in any sliding second, per API key. */
  matonRequestsPerSecond: 10,
  /** Management calls per hour and account. */
  callsPerHour: { withPhoneNumber: 5000, withoutPhoneNumber: 200 },
  /** Template creates per hour and account. */
  createsPerHour: 100,
  /** Messages per second and phone number at WhatsApp. The emulator applies a limit only on request. */
  messagesPerSecond: 80,
  /** Between two numbers: one message per interval, with a burst. */
  pair: { intervalMs: 6000, burst: 45 },
  /** Register and deregister calls of one number share this budget, refused calls included. */
  registrations: { max: 10, hours: 72 },
} as const;
