import type { EmulatorContext } from "../emulator-context.ts";
import { GraphError, type UserLanguage } from "../graph/graph-error.ts";
import { paged } from "../graph/paging.ts";
import { phoneInPath, readParameters } from "../graph/request.ts";
import { filled, list, loose, required, requiredAt } from "../graph/shape.ts";
import type { EmulatorApp } from "../http-env.ts";
import { isObject, type JsonObject, listOf } from "../json.ts";
import { checkProduct, userId, userKey } from "../messages/envelope.ts";
import { DETAILS, statusError } from "../messages/message-error.ts";
import { isWindowOpen } from "../store/messages.ts";
import type { Phone } from "../store/state.ts";

const BLOCKED_USERS_MAX = 64_000;

const shape = list(loose({ user: required(filled) }), { min: 1 });

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

/** 139100, with the users that WhatsApp blocked and the users that it did not. */
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

  override body(language?: UserLanguage): JsonObject {
    return { messaging_product: "whatsapp", block_users: this.#outcome, ...super.body(language) };
  }
}

/** Blocks users. Only a user who wrote within the conversation window can be blocked. */
function blockUsers(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const users = usersOf(parameters);
  if (phone.blocked.length + users.length > BLOCKED_USERS_MAX) {
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

/** Unblocks users. A user who is not blocked is no error. */
function unblockUsers(emulator: EmulatorContext, phone: Phone, parameters: JsonObject): JsonObject {
  const users = usersOf(parameters);
  phone.blocked = phone.blocked.filter((blocked) => !users.some(({ id }) => id === blocked));
  emulator.changed();
  return { messaging_product: "whatsapp", block_users: { removed_users: users.map(shown) } };
}

function blockedView(id: string): JsonObject {
  return { messaging_product: "whatsapp", input: id, [userKey(id)]: id };
}

/** `GET`, `POST` and `DELETE /{phone}/block_users`. */
export function blockedUserRoutes(app: EmulatorApp, emulator: EmulatorContext): void {
  app.get("/:id/block_users", (c) => c.json(paged(c, phoneInPath(emulator, c).blocked, blockedView)));
  app.post("/:id/block_users", async (c) =>
    c.json(blockUsers(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
  app.delete("/:id/block_users", async (c) =>
    c.json(unblockUsers(emulator, phoneInPath(emulator, c), await readParameters(c))),
  );
}
