/** Limits of a template's parts, in characters unless the name says otherwise. Source: template components documentation. */
export const LIMITS = {
  name: 512,
  header: 60,
  body: 1024,
  limitedTimeOfferBody: 600,
  cardBody: 160,
  cardBodyLineBreaks: 2,
  footer: 60,
  buttonText: 25,
  buttonUrl: 2000,
  phoneNumber: 20,
  copyCode: 20,
  offerText: 16,
  bodyEmojis: 10,
  bodyNewlinesInARow: 2,
  headerVariables: 1,
  buttons: 10,
  cardsAtLeast: 2,
  cards: 10,
  cardButtons: 2,
  supportedApps: 5,
  packageName: 224,
  codeExpirationMinutes: 90,
  templates: 6000,
  templatesUnverified: 250,
  editsPerDay: 1,
  editsPerMonth: 10,
  idsPerCall: 100,
} as const;

/** Seconds that WhatsApp keeps trying to deliver; -1 (30 days) where it is allowed. Source: time-to-live documentation. */
export const SEND_TTL: Readonly<Record<string, { least: number; most: number; thirtyDays: boolean }>> = {
  AUTHENTICATION: { least: 30, most: 900, thirtyDays: true },
  UTILITY: { least: 30, most: 43_200, thirtyDays: true },
  MARKETING: { least: 43_200, most: 2_592_000, thirtyDays: false },
};
