/** Limits of messages, in characters unless the name says otherwise. Source: the reference pages of each message type. */
export const MESSAGE_LIMITS = {
  text: 4096,
  caption: 1024,
  body: 1024,
  listBody: 4096,
  footer: 60,
  headerText: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listButton: 20,
  listSections: 10,
  listRows: 10,
  sectionTitle: 24,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
  products: 30,
  cards: 10,
  cardsAtLeast: 2,
  cardBody: 160,
  contacts: 257,
  callbackData: 512,
  callTtlMinutes: 43_200,
  templateParameterOfAuthentication: 15,
  templateBody: 1024,
  templateHeader: 60,
} as const;

/** Limits of Direct Send, where they are not those of every message. Source: Direct Send, limits and TTL pages. */
export const DIRECT_SEND = {
  body: 1024,
  buttons: 10,
  links: 2,
  ttl: { least: 30, most: 43_200 },
} as const;

/** Digits of a phone number with its country code (ITU E.164; seven is the shortest in use). */
export const NUMBER_DIGITS = { least: 7, most: 15 } as const;

/** One message in six seconds between two numbers, with a burst of 45. Source: throughput documentation. */
export const PAIR_RATE = { intervalMs: 6000, burst: 45 } as const;
