/**
 * Limits of a template. Texts in characters.
 * Source: Meta, template components and the guides of the single kinds; 2388xxx numbers from recorded answers.
 */
export const TEMPLATE_LIMITS = {
  name: 512,
  headerText: 60,
  headerVariables: 1,
  body: 1024,
  /** The body of a template with a limited-time offer. */
  bodyOfOffer: 600,
  bodyOfCard: 160,
  lineBreaksOfCard: 2,
  bodyEmojis: 10,
  consecutiveNewlines: 2,
  footer: 60,
  buttons: 10,
  /** WhatsApp for desktop does not show a message with more buttons. */
  buttonsOnDesktop: 3,
  buttonLabel: 25,
  url: 2000,
  phoneNumber: 20,
  /** Coupon codes: the page on coupons says 20 and shows one of 20; the components page says {@link copyCodeDocumented}. */
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

/**
 * Templates per account, where every language counts; creates and management calls per hour, where `calls` are those of an
 * account with a registered phone number. Source: Meta, message templates, limits; rate limits.
 */
export const ACCOUNT_QUOTAS = {
  unverifiedTemplates: 250,
  verifiedTemplates: 6000,
  createsPerHour: 100,
  callsPerHour: 5000,
  callsPerHourWithoutNumber: 200,
} as const;

/**
 * Words that a body should have in addition to its variables: `factor` for each variable, and `extra`. WhatsApp's formula
 * (2388293) is not published and reports contradict each other; this is the smallest number that was seen to pass.
 */
export const WORDS_PER_VARIABLE = { factor: 3, extra: 1 } as const;
