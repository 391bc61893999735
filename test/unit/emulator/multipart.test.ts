import { request } from "undici";
import { describe, expect, it } from "vitest";
import { multipartParts } from "../../../src/emulator/graph/multipart.ts";
import { Gateway, KEY, PHONE } from "./gateway-client.ts";
import { FILES } from "./media-files.ts";

const TYPE = "multipart/form-data; boundary=x";

async function parts(body: string, type = TYPE) {
  const found = await multipartParts(Buffer.from(body), type);
  return found.map(({ bytes, ...part }) => ({ ...part, text: bytes.toString() }));
}

/** `--x`, one part with that header line, and the content `hi`. */
function part(disposition: string, more = ""): string {
  return `--x\r\nContent-Disposition: ${disposition}\r\n${more}\r\nhi\r\n--x--\r\n`;
}

describe("a part", () => {
  it.each<[string, string, string | undefined]>([
    ['form-data; name="file"; filename="a.png"', "file", "a.png"],
    ["form-data; name=file; filename=a.png", "file", "a.png"],
    ['form-data; filename="a.png"; name="file"', "file", "a.png"],
    ["FORM-DATA ;  NAME = file ;FileName=a.png  ", "file", "a.png"],
    ['form-data;name="file";filename="a;b \\"c\\".png"', "file", 'a;b "c".png'],
    ['form-data; name="file"; filename="C:\\temp\\a.png"', "file", "C:\\temp\\a.png"],
    ['form-data; name="file"; filename="\u65e5\u672c.png"', "file", "\u65e5\u672c.png"],
    ['form-data;\r\n name="file";\r\n\tfilename="a.png"', "file", "a.png"],
    ['form-data; name="file"; filename=""', "file", ""],
    ["form-data; name=type", "type", undefined],
  ])("%j", async (disposition, name, fileName) => {
    expect(await parts(part(disposition))).toEqual([{ name, fileName, type: "text/plain", text: "hi" }]);
  });

  it("has headers in any order and case, and content of any bytes", async () => {
    const body =
      'preamble\r\n--x\r\nCONTENT-TYPE:image/png\r\nContent-Transfer-Encoding: binary\r\ncontent-disposition:form-data; name="f"; filename="f"\r\n\r\nno boundary: --x\r\n\r\n\r\n--x--\r\nepilogue';
    expect(await parts(body)).toEqual([
      { name: "f", fileName: "f", type: "image/png", text: "no boundary: --x\r\n\r\n" },
    ]);
  });

  it.each([
    'Multipart/Form-Data; Boundary="x"',
    "multipart/form-data;charset=utf-8;boundary=x",
    " MULTIPART/FORM-DATA ; boundary = x ",
  ])("belongs to a form of type %j", async (type) => {
    expect(await parts(part("form-data; name=a"), type)).toHaveLength(1);
  });

  it.each([
    ["--x\r\nContent-Disposition: form-data; name=a\r\n\r\nhi", TYPE],
    [part("form-data; name=a"), "multipart/form-data"],
    [part("form-data; name=a"), "multipart/form-data; boundary=y"],
    ["", TYPE],
  ])("is required to be whole (%#)", async (body, type) => {
    await expect(parts(body, type)).rejects.toThrow("not a valid multipart form");
  });
});

describe("an upload of media", () => {
  it("takes its parameters from the query, and a form as Go's mime package writes it", async () => {
    const gateway = await Gateway.start();
    const head = "--b\r\nContent-Disposition: form-data; filename=a.png; name=file\r\nContent-Type: image/png\r\n\r\n";
    const path = `/whatsapp-business/v21.0/${PHONE}/media?messaging_product=whatsapp&type=image%2Fpng`;
    const answer = await request(`${gateway.emulator.url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${KEY}`, "content-type": "Multipart/Form-Data; boundary=b" },
      body: Buffer.concat([Buffer.from(head), FILES.png(), Buffer.from("\r\n--b--\r\n")]),
    });
    await answer.body.dump();
    const { media } = gateway.emulator.state();
    await gateway.emulator.close();
    expect(answer.statusCode).toBe(200);
    expect(media).toMatchObject([{ mimeType: "image/png", name: "a.png", size: FILES.png().length }]);
  });
});
