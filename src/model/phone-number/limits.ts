/**
 * Digits of an international number, country code included. Source: ITU-T E.164 (15); the shortest numbering plans, those of
 * Niue and Tokelau, have 7.
 */
export const PHONE_NUMBER_DIGITS = { least: 7, most: 15 } as const;
