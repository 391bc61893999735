/** Limits of a phone number's resources, in characters unless the name says otherwise. Source: the pages of each edge. */
export const PHONE_LIMITS = {
  numbers: 20,
  registrationsIn72Hours: 10,
  callbackUri: 200,
  prompts: 4,
  prompt: 80,
  commands: 30,
  commandName: 32,
  commandDescription: 256,
  qrMessage: 140,
  qrCodes: 2000,
  blockedUsers: 64_000,
} as const;
