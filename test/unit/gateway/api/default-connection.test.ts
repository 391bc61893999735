import { describe, expect, test } from "vitest";
import { textMessage } from "../../../../src/gateway/index.ts";
import { failureOf } from "../failure-of.ts";
import { gatewayAt, json, localServer, type Respond } from "../local-server.ts";

const call = { phoneNumberId: "106", message: textMessage({ to: "+49 151 23456789", body: "Dill" }) };
const accepted = { contacts: [], messages: [{ id: "wamid.1" }] };

function connection(id: string, status = "ACTIVE") {
  return { connection_id: id, status, app: "whatsapp-business" };
}

/** A gateway whose key has these connections. */
function withConnections(connections: () => object[], send: Respond = (response) => json(response, 200, accepted)) {
  return localServer((response, request, count) =>
    request.path === "/connections"
      ? json(response, 200, { connections: connections() })
      : send(response, request, count),
  );
}

describe("a call that names no connection", () => {
  test("uses the only ACTIVE one, which is looked up once for all calls", async () => {
    const { url, received } = await withConnections(() => [connection("c-1"), connection("c-2", "PENDING")]);
    const { messages } = gatewayAt(url);
    await Promise.all([
      messages.send(call),
      messages.send(call),
      messages.markAsRead({ ...call, messageId: "wamid.0" }).catch(() => {}),
    ]);
    expect(received.filter(({ path }) => path === "/connections")).toHaveLength(1);
    const used = received.filter(({ method }) => method === "POST").map(({ headers }) => headers["maton-connection"]);
    expect(used).toEqual(["c-1", "c-1", "c-1"]);
  });

  test("uses that of the client's options, without a look-up", async () => {
    const { url, received } = await withConnections(() => []);
    await gatewayAt(url, { connection: "c-9" }).messages.send(call);
    expect(received.map(({ headers }) => headers["maton-connection"])).toEqual(["c-9"]);
  });

  test("a connection of its own wins", async () => {
    const { url, received } = await withConnections(() => []);
    await gatewayAt(url, { connection: "c-9" }).messages.send({ ...call, connection: "c-3" });
    expect(received.map(({ headers }) => headers["maton-connection"])).toEqual(["c-3"]);
  });

  test.each([
    ["several are ACTIVE", [connection("c-1"), connection("c-2")], "MYCO_CONNECTION_AMBIGUOUS"],
    ["none is ACTIVE", [connection("c-1", "PENDING")], "MYCO_CONNECTION_NOT_ACTIVE"],
  ])("fails if %s, before anything is sent, and looks again in the next call", async (_, connections, code) => {
    let listed = connections;
    const { url, received } = await withConnections(() => listed);
    const { messages } = gatewayAt(url);
    const error = await messages.send(call).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code });
    expect(received.map(({ method }) => method)).toEqual(["GET"]);
    listed = [connection("c-4")];
    await messages.send(call);
    expect(received.at(-1)?.headers["maton-connection"]).toBe("c-4");
  });

  test("looks again after the gateway has refused the connection", async () => {
    let id = "c-1";
    const { url, received } = await withConnections(
      () => [connection(id)],
      (response, { headers }) =>
        headers["maton-connection"] === id
          ? json(response, 200, accepted)
          : json(response, 404, { error: { message: "Connection not found", code: 404 } }),
    );
    const { messages } = gatewayAt(url);
    await messages.send(call);
    id = "c-2";
    expect(await failureOf(messages.send(call))).toMatchObject({ code: "MYCO_CONNECTION_UNKNOWN" });
    await messages.send(call);
    expect(received.at(-1)?.headers["maton-connection"]).toBe("c-2");
  });

  test("an aborted call ends although the list has not come, and the others still get it", async () => {
    let asked: (answer: () => void) => void;
    const question = new Promise<() => void>((resolve) => {
      asked = resolve;
    });
    const { url } = await localServer((response, { path }) => {
      if (path !== "/connections") return json(response, 200, accepted);
      asked(() => json(response, 200, { connections: [connection("c-1")] }));
    });
    const { messages } = gatewayAt(url);
    const controller = new AbortController();
    const waiting = messages.send(call);
    const aborted = failureOf(messages.send({ ...call, signal: controller.signal }));
    controller.abort();
    expect(await aborted).toMatchObject({ code: "MYCO_INTERRUPTED" });
    (await question)();
    expect(await waiting).toMatchObject({ id: "wamid.1" });
  });
});
