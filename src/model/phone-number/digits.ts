/**
 * Digits of an international number, country code included. Source: ITU-T E.164 (maximum); the shortest numbering plans, those
 * of Niue and Tokelau, have numbers with the minimum.
 */
export const PHONE_NUMBER_DIGITS = { min: 7, max: 15 } as const;
