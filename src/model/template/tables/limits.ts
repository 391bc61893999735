/**
 * Limits of a template. Texts in characters, durations in seconds unless the name says otherwise.
 * Source: Meta, template components and the guides of the single kinds; 2388xxx numbers from recorded answers.
 */
export const TEMPLATE_LIMITS = {
  name: 512,
  headerText: 60,
  headerVariables: 1,
  body: 1024,
  /** The body above or beside a limited-time offer. */
  bodyOfOffer: 600,
  bodyOfCard: 160,
  lineBreaksOfCard: 2,
  bodyEmojis: 10,
  consecutiveNewlines: 2,
  footer: 60,
  buttons: 10,
  /** From this many buttons on, WhatsApp for desktop does not show the message. */
  buttonsOnDesktop: 3,
  buttonLabel: 25,
  url: 2000,
  phoneNumber: 20,
  /** Coupon codes: the components page says 15, the page on coupons 20, and prints one of 20. */
  copyCode: 20,
  copyCodeDocumented: 15,
  offerText: 16,
  cards: 10,
  cardsAtLeast: 2,
  productCardsAtCreate: 2,
  cardButtons: 2,
  supportedApps: 5,
  packageName: 224,
  signatureHash: 11,
  codeExpirationMinutes: 90,
  codeExpirationMinutesAtLeast: 1,
} as const;

export interface DurationRange {
  least: number;
  most: number;
  /** -1 stands for 30 days. */
  unlimited: boolean;
}

/** `message_send_ttl_seconds` by category. Source: Meta, time-to-live. */
export const TTL_SECONDS: Readonly<Record<string, DurationRange>> = {
  AUTHENTICATION: { least: 30, most: 900, unlimited: true },
  UTILITY: { least: 30, most: 43_200, unlimited: true },
  MARKETING: { least: 43_200, most: 2_592_000, unlimited: false },
};

/**
 * Words that a body should have beside its variables: `factor` for each variable, and `extra`. WhatsApp's own formula
 * (2388293) is not published and reports contradict each other; this is the least that the community found to pass.
 */
export const WORDS_PER_VARIABLE = { factor: 3, extra: 1 } as const;
