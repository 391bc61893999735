/** Digits of an international number, country code included. Source: ITU-T E.164 (15); WhatsApp knows none below 8. */
export const PHONE_NUMBER_DIGITS = { least: 8, most: 15 } as const;
