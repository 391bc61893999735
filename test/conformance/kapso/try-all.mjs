// Runs the calls of a @kapso/whatsapp-cloud-api user against the emulator. Prints one JSON line per step: {name, ok,
// detail?}.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const { KAPSO_MODULE = "", BASE_URL = "", EMULATOR_URL = "", PHONE_ID = "", WABA_ID = "" } = process.env;
const { WhatsAppClient } = await import(pathToFileURL(KAPSO_MODULE).href);

const client = new WhatsAppClient({ accessToken: "unknown-token", baseUrl: BASE_URL });
const from = { phoneNumberId: PHONE_ID };
const to = { ...from, to: "+16505551234" };
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(40).fill(0)]);

const isAccepted = ({ messages }) => assert.match(messages[0].id, /^wamid\./);

const inbound = async () => {
  const answer = await fetch(`${EMULATOR_URL}/_emulator/inbound`, {
    method: "POST",
    body: JSON.stringify({ from: "16505551234", text: "Hello?" }),
  });
  return (await answer.json()).id;
};

const steps = {
  "sends text": async () => isAccepted(await client.messages.sendText({ ...to, body: "Good morning" })),
  "sends to a business-scoped user id": async () =>
    isAccepted(await client.messages.sendText({ ...from, recipient: "US.13491208655302741918", body: "Good morning" })),
  "sends buttons": async () =>
    isAccepted(
      await client.messages.sendInteractiveButtons({
        ...to,
        bodyText: "Which one?",
        footerText: "Take your time",
        buttons: [
          { id: "this", title: "This" },
          { id: "that", title: "That" },
        ],
      }),
    ),
  "sends a list": async () =>
    isAccepted(
      await client.messages.sendInteractiveList({
        ...to,
        bodyText: "Choose a tea",
        buttonText: "Teas",
        sections: [{ title: "All", rows: [{ id: "green", title: "Green", description: "Hot" }] }],
      }),
    ),
  "sends a call to action, a location and a contact": async () => {
    const parameters = { displayText: "Open", url: "https://shop.example/tea" };
    isAccepted(await client.messages.sendInteractiveCtaUrl({ ...to, bodyText: "See more", parameters }));
    isAccepted(
      await client.messages.sendLocation({ ...to, location: { latitude: 52.5, longitude: 13.4, name: "Shop" } }),
    );
    const contact = { name: { formattedName: "Ada L.", firstName: "Ada" }, phones: [{ phone: "+16505550000" }] };
    isAccepted(await client.messages.sendContacts({ ...to, contacts: [contact] }));
  },
  "answers a user: read, typing, reaction": async () => {
    const messageId = await inbound();
    const read = await client.messages.markRead({ ...from, messageId, typingIndicator: { type: "text" } });
    assert.equal(read.success, true);
    isAccepted(await client.messages.sendReaction({ ...to, reaction: { messageId, emoji: "👍" } }));
  },
  "uploads, sends and deletes media": async () => {
    const file = new Blob([PNG], { type: "image/png" });
    const { id } = await client.media.upload({ ...from, type: "image", file, fileName: "a.png" });
    const read = await client.media.get({ ...from, mediaId: id });
    assert.equal(read.mimeType, "image/png");
    isAccepted(await client.messages.sendImage({ ...to, image: { id, caption: "A picture" } }));
    assert.equal((await client.media.delete({ ...from, mediaId: id })).success, true);
    await assert.rejects(client.media.get({ ...from, mediaId: id }));
  },
  "creates, lists, sends and deletes a template": async () => {
    const account = { businessAccountId: WABA_ID };
    const name = "receipt_ready";
    const created = await client.templates.create({
      ...account,
      name,
      language: "en_US",
      category: "UTILITY",
      components: [
        { type: "BODY", text: "Hello {{1}}, your receipt is ready for you.", example: { body_text: [["Ada"]] } },
      ],
    });
    assert.equal(created.status, "PENDING");
    const { data } = await client.templates.list({ ...account, limit: 10 });
    assert.deepEqual(
      data.map((template) => [template.name, template.status]),
      [
        [name, "APPROVED"],
        ["hello_world", "APPROVED"],
      ],
    );
    const components = [{ type: "body", parameters: [{ type: "text", text: "Ada" }] }];
    isAccepted(
      await client.messages.sendTemplate({ ...to, template: { name, language: { code: "en_US" }, components } }),
    );
    assert.equal((await client.templates.delete({ ...account, name })).success, true);
  },
  "gets an error for a template that does not exist": async () => {
    const sent = client.messages.sendTemplate({ ...to, template: { name: "nowhere", language: { code: "de" } } });
    await assert.rejects(sent, (error) => error.code === 132001 && error.httpStatus === 404);
  },
  "reads and updates the business profile": async () => {
    await client.phoneNumbers.businessProfile.update({ ...from, about: "Tea and more", vertical: "RETAIL" });
    const { data } = await client.phoneNumbers.businessProfile.get({ ...from, fields: "about,vertical" });
    assert.equal(data[0].about, "Tea and more");
  },
  "changes settings and registration": async () => {
    await client.phoneNumbers.settings.update({ ...from, calling: { status: "ENABLED" } });
    assert.equal((await client.phoneNumbers.settings.get(from)).calling.status, "ENABLED");
    assert.equal((await client.phoneNumbers.deregister(from)).success, true);
    assert.equal((await client.phoneNumbers.register({ ...from, pin: "123456" })).success, true);
  },
};

if (BASE_URL === EMULATOR_URL) {
  steps["downloads media"] = async () => {
    const file = new Blob([PNG], { type: "image/png" });
    const { id } = await client.media.upload({ ...from, type: "image", file, fileName: "a.png" });
    const bytes = await client.media.download({ mediaId: id, auth: "always" });
    assert.deepEqual(new Uint8Array(bytes), PNG);
  };
}

for (const [name, run] of Object.entries(steps)) {
  const detail = await run().then(
    () => undefined,
    (error) => String(error?.stack ?? error),
  );
  process.stdout.write(`${JSON.stringify({ name, ok: detail === undefined, detail })}\n`);
}
