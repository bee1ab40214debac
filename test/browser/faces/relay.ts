/** A real server in front of a house that can stop, be slow, refuse, or lose the answers of writes. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What it does to writes: `slow` waits before it hands them on; `busy` refuses them for two seconds; `lost`
 * hands them on and cuts the connection instead of answering; `broken` answers 500 in the server's place.
 * `refused` answers reads of the API as `busy` does. `stopped`: nobody listens.
 */
export type Weather = "fine" | "slow" | "busy" | "lost" | "broken" | "refused" | "stopped";

export interface Relay {
  readonly url: string;
  /** The Idempotency-Keys of writes that came, by path, in their order. */
  keysOf(path: string): readonly string[];
  turn(weather: Weather): Promise<void>;
  close(): Promise<void>;
}

const SLOW_MS = 3_500;
const BUSY = {
  code: "too_often",
  detail_zh: "尝试过于频繁，请稍后再试。",
  detail_en: "Too many tries; try again a little later.",
};

export async function openRelay(target: string): Promise<Relay> {
  let weather: Weather = "fine";
  const came: { readonly path: string; readonly key: string }[] = [];
  const server = createServer((from, to) => {
    void answer(from, to).catch(() => from.socket.destroy());
  });
  const answer = async (from: IncomingMessage, to: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of from) parts.push(part as Buffer);
    const path = from.url ?? "/";
    const isWrite = from.method !== "GET" && from.method !== "HEAD";
    if (isWrite) came.push({ path, key: `${from.headers["idempotency-key"]}` });
    const now = isWrite || (weather === "refused" && path.startsWith("/v1/")) ? weather : "fine";
    if (now === "busy" || now === "refused") {
      to.writeHead(429, { "content-type": "application/json", "retry-after": "2" });
      return to.end(JSON.stringify(BUSY));
    }
    if (now === "broken") return to.writeHead(500).end("out of order");
    if (now === "slow") await new Promise((later) => setTimeout(later, SLOW_MS));
    const { status, headers, body } = await handOn(target, from, Buffer.concat(parts));
    if (now === "lost") return from.socket.destroy();
    return to.writeHead(status, headers).end(body);
  };
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, "127.0.0.1", () => done()));
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    keysOf: (path) => came.filter((one) => one.path === path).map(({ key }) => key),
    turn: async (next) => {
      if (next === "stopped" && weather !== "stopped") await stop();
      if (next !== "stopped" && weather === "stopped") await listen(port);
      weather = next;
    },
    close: async () => {
      if (server.listening) await stop();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

function handOn(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent: false } as const;
    const onward = request(new URL(url ?? "/", target), options, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.on("error", reject);
      reply.on("end", () => {
        resolve({ status: reply.statusCode ?? 502, headers: reply.headers, body: Buffer.concat(parts) });
      });
    });
    onward.on("error", reject);
    onward.end(body);
  });
}
