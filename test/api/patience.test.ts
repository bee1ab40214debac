/** How long a body is waited for, over a real socket. */
import { type AddressInfo, connect } from "node:net";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { addPatience } from "../../src/api/frame/patience.ts";
import type { Api } from "../../src/api/frame/request.ts";

test("a body that does not come is not waited for, a long one is", async () => {
  const app = Fastify() as unknown as Api;
  addPatience(app, 150);
  app.post("/short", ({ body }) => ({ body }));
  app.post("/long", { config: { isLong: true } }, ({ body }) => ({ body }));
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  const send = (path: string, wait: number) =>
    new Promise<string>((done, fail) => {
      let got = "";
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
      const rest = "Content-Type: application/json\r\nContent-Length: 8\r\n\r\n";
      const socket = connect(port, "127.0.0.1", () => socket.write(`${head}${rest}{"a"`));
      setTimeout(() => socket.writable && socket.write(":12}"), wait);
      socket.on("data", (chunk) => {
        got += chunk.toString();
      });
      socket.on("end", () => done(got));
      socket.on("error", fail);
    });
  try {
    const [cut, quick, long] = await Promise.all([
      send("/short", 600),
      send("/short", 10),
      send("/long", 600),
    ]);
    expect(cut).toMatch(/^HTTP\/1\.1 408 /);
    expect(cut).toContain('"code":"request_timeout"');
    for (const whole of [quick, long]) expect(whole).toContain('{"body":{"a":12}}');
  } finally {
    await app.close();
  }
});
