import { reconcileValue } from "./reconcile.ts";
import { asWanted, isAbsent, type Reconcile } from "./reconciled.ts";

const THIRTY_DAYS = 2_592_000;
const UNLIMITED = -1;
const AUTHENTICATION_DEFAULT = 600;

/**
 * `message_send_ttl_seconds`: -1 is 30 days, and an absent one is the category's default (authentication 600, others 30 days;
 * whatsapp-api.md §1.2, §3). Either side's category will do: WhatsApp may have moved the template.
 */
export function reconcileTimeToLive(categories: readonly unknown[]): Reconcile {
  const defaults = categories.map((category) => (category === "AUTHENTICATION" ? AUTHENTICATION_DEFAULT : THIRTY_DAYS));
  const meanings = (seconds: unknown): readonly unknown[] => {
    if (isAbsent(seconds)) return defaults;
    return [seconds === UNLIMITED ? THIRTY_DAYS : seconds];
  };
  return (path, wanted, observed) => {
    const same = meanings(wanted).some((seconds) => meanings(observed).includes(seconds));
    return (same ? asWanted : reconcileValue)(path, wanted, observed);
  };
}
