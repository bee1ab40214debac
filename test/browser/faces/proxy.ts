/** A line to the server that can be cut: between a page and the real server, for what networks do. */
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/**
 * `pass`; `stop`: nobody answers; `slow`: three and a half seconds late; `refuse`: too many requests; `cut`: the
 * server has answered, and the answer is lost; `break`: 500 in the server's place.
 */
export type Weather = "pass" | "stop" | "slow" | "refuse" | "cut" | "break";

export interface Line {
  readonly url: string;
  /** What befalls requests whose method and path this matches, from now on. */
  weather(weather: Weather, of?: RegExp): void;
  /** How many of those have come. */
  readonly met: number;
  /** The Idempotency-Keys of all writes to this path so far. */
  keysOf(path: string): readonly string[];
  close(): Promise<void>;
}

const LATE_MS = 3_500;
const TOO_MANY = JSON.stringify({
  code: "rate_limited",
  detail_zh: "请求太多，请稍后再试。",
  detail_en: "Too many requests; try again later.",
});

export async function openLine(target: string): Promise<Line> {
  let now: Weather = "pass";
  let pattern = /./;
  let met = 0;
  const keys: { readonly path: string; readonly key: string }[] = [];
  const server = createServer((asked, answer) => {
    const isMet = pattern.test(`${asked.method} ${asked.url}`);
    if (isMet) met += 1;
    const weather = isMet ? now : "pass";
    const key = asked.headers["idempotency-key"];
    if (typeof key === "string") keys.push({ path: asked.url ?? "", key });
    if (weather === "stop") asked.socket.destroy();
    else if (weather === "break") answer.writeHead(500).end("out of order");
    else if (weather === "refuse") {
      answer.writeHead(429, { "content-type": "application/problem+json", "retry-after": "1" }).end(TOO_MANY);
    } else if (weather === "slow") setTimeout(() => forward(target, asked, answer), LATE_MS);
    else forward(target, asked, answer, weather === "cut");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    weather(weather, of = / \/v1\//) {
      now = weather;
      pattern = of;
      met = 0;
    },
    get met() {
      return met;
    },
    keysOf: (path) => keys.filter((one) => one.path === path).map(({ key }) => key),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function forward(
  target: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  isLost = false,
): ClientRequest {
  const { method, headers, url } = asked;
  const sent = request(target + url, { method, headers }, (got) => {
    if (isLost) {
      got.resume();
      got.on("end", () => asked.socket.destroy());
      return;
    }
    answer.writeHead(got.statusCode ?? 502, got.headers);
    got.pipe(answer);
  });
  sent.on("error", () => asked.socket.destroy());
  asked.pipe(sent);
  return sent;
}
