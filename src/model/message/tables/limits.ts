/**
 * Limits of messages: texts in characters, the rest in numbers of things.
 * Source: Meta, Cloud API message types (pages of 2025-12 to 2026-03) and the OpenAPI description v23.0.
 */
export const MESSAGE_LIMITS = {
  text: 4096,
  caption: 1024,
  callbackData: 512,
  latitude: 90,
  longitude: 180,
  /** The OpenAPI description says 5, the guide 257. */
  contacts: 257,

  interactiveHeader: 60,
  interactiveBody: 1024,
  interactiveBodyOfList: 4096,
  interactiveFooter: 60,

  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,

  sections: 10,
  rows: 10,
  listButton: 20,
  sectionTitle: 24,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,

  linkText: 20,
  /** Advised, not enforced. */
  flowButton: 30,
  products: 30,
  cardsAtLeast: 2,
  cards: 10,
  cardBody: 160,
  callText: 20,

  templateName: 512,
  templateHeaderText: 60,
  buttonIndex: 9,
  couponCode: 20,
} as const;
