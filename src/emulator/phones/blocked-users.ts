import type { EmulatorContext } from "../emulator-context.ts";
import { GraphError } from "../graph/graph-error.ts";
import { list, loose, needed, requiredAt, text } from "../graph/shape.ts";
import { isObject, type JsonObject, listOf } from "../json.ts";
import { checkProduct } from "../messages/envelope.ts";
import { statusError } from "../messages/message-error.ts";
import { userId, userKey } from "../messages/user-id.ts";
import { isWindowOpen } from "../store/messages.ts";
import type { Phone } from "../store/state.ts";
import { DETAILS } from "../tables/message-errors.ts";
import { PHONE_LIMITS } from "../tables/phone-limits.ts";

const shape = list(loose({ user: needed(text({ least: 1 })) }), { least: 1 });

interface NamedUser {
  input: string;
  id: string;
}

function usersOf(parameters: JsonObject): NamedUser[] {
  checkProduct(parameters);
  const users = requiredAt(parameters, "block_users", "");
  shape(users, "block_users");
  return listOf(users)
    .filter(isObject)
    .map(({ user }) => ({ input: String(user), id: userId(String(user)) }));
}

function shown({ input, id }: NamedUser): JsonObject {
  return { input, [userKey(id)]: id };
}

/** 139100 with the users that could and could not be blocked beside the error. */
class BlockListError extends GraphError {
  readonly #outcome: JsonObject;

  constructor(outcome: JsonObject) {
    super({
      message: "(#139100) Failed to block/unblock some users",
      code: 139100,
      data: { details: "Failed to block/unblock some users" },
    });
    this.#outcome = outcome;
  }

  override body(): JsonObject {
    return { messaging_product: "whatsapp", block_users: this.#outcome, ...super.body() };
  }
}

/** `POST /{phone}/block_users`: only users who wrote within the last 24 hours can be blocked. */
export function blockUsers(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const users = usersOf(parameters);
  if (phone.blocked.length + users.length > PHONE_LIMITS.blockedUsers) {
    throw new GraphError({ message: "(#139101) Blocklist limit reached", code: 139101 });
  }
  const mayBlock = ({ id }: NamedUser) => isWindowOpen(emulator.state, phone.id, id, emulator.now());
  const added = users.filter(mayBlock);
  phone.blocked = [...new Set([...phone.blocked, ...added.map(({ id }) => id)])];
  emulator.changed();
  const failed = users.filter((user) => !mayBlock(user));
  if (failed.length > 0) {
    const errors = [statusError("reEngagement", DETAILS.reEngagement)];
    throw new BlockListError({
      added_users: added.map(shown),
      failed_users: failed.map((user) => ({ ...shown(user), errors })),
    });
  }
  return { messaging_product: "whatsapp", block_users: { added_users: added.map(shown) } };
}

/** `DELETE /{phone}/block_users`. Unblocking a user who is not blocked does nothing. */
export function unblockUsers(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const users = usersOf(parameters);
  phone.blocked = phone.blocked.filter((blocked) => !users.some(({ id }) => id === blocked));
  emulator.changed();
  return { messaging_product: "whatsapp", block_users: { removed_users: users.map(shown) } };
}

export function blockedView(id: string): JsonObject {
  return {
    messaging_product: "whatsapp",
    input: id,
    [userKey(id)]: id,
  };
}
