/** Country calling codes of two digits; 1 and 7 have one digit, all others three (ITU-T E.164). */
const TWO_DIGIT_CODES = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** Whether WhatsApp returns the wanted number as the observed one: it drops zeros after the country code (§2.3). */
export function isSameNumber(wanted: string, observed: string): boolean {
  return wanted === observed || withoutTrunkZeros(wanted) === observed;
}

function withoutTrunkZeros(digits: string): string {
  const code = /^[17]/.test(digits) ? 1 : TWO_DIGIT_CODES.test(digits) ? 2 : 3;
  return digits.slice(0, code) + digits.slice(code).replace(/^0+/, "");
}
