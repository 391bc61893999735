/**
 * Business-scoped user ids: `US.13491208655302741918`, `US.ENT.11815799212886844830`.
 * Source: Meta, business-scoped user ids.
 */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Ids of groups: `capi_group:…` in base64. Source: Meta, group messaging. */
const GROUP_ID = /^Y2FwaV9ncm91cD[A-Za-z0-9+/=_-]+$/;

export function isUserId(text: string): boolean {
  return USER_ID.test(text);
}

export function isGroupId(text: string): boolean {
  return GROUP_ID.test(text);
}
