import { findWaba } from "../../target/ids.ts";
import type { Target } from "../../target/target.ts";
import { type Check, passed, skipped } from "./check.ts";
import { checkCategories } from "./checks/categories.ts";
import { checkConnection } from "./checks/connection.ts";
import { checkControlPlane } from "./checks/control-plane.ts";
import { checkGrant } from "./checks/grant.ts";
import { ACCOUNT, checkObject } from "./checks/objects.ts";
import { checkPhones } from "./checks/phones.ts";
import { checkUploads } from "./checks/uploads.ts";

/** All that takes requests, each with what the one before has found. What is not reached is left out. */
export async function examineGateway(target: Target): Promise<Check[]> {
  const { sources, signal } = target;
  const plane = await checkControlPlane(target);
  if (plane.connections === undefined) return plane.checks;
  const { check, id } = await checkConnection(target, plane.connections);
  if (id === undefined) return [...plane.checks, check];
  const call = { connection: id, signal };
  const grant = await checkGrant(target, call);
  const soFar = [...plane.checks, check, grant];
  if (grant.status === "failed") return soFar;
  const waba = findWaba(sources);
  const account =
    waba === undefined
      ? skipped("account", "No account is named: give --waba ID, --stack STACK or WHATSAPP_WABA_ID.")
      : await checkObject(ACCOUNT, waba, target, call);
  const phones = await checkPhones(target, call, account.status === "ok" ? waba?.id : undefined);
  const uploads = await checkUploads(target, call);
  const categories = await checkCategories(target, call, account.status === "ok" ? waba?.id : undefined);
  return [...soFar, passed("app name", "whatsapp-business"), account, ...phones, uploads, categories];
}
