/**
 * Brings orders to a variant: closed loop (each caller waits for its answer) and open loop (arrivals by
 * chance).
 */
import { setTimeout as pause } from "node:timers/promises";
import { chance } from "../crowd.ts";
import { Latencies, type Latency } from "./latency.ts";
import type { Purchase } from "./world.ts";

/** Books an order durably. Anything but these two answers is a fault and must throw. */
export type Submit = (order: Purchase) => Promise<"booked" | "repeated">;

export interface Driven {
  readonly booked: number;
  readonly repeated: number;
  readonly seconds: number;
  readonly latency: Latency;
}

export interface Closed {
  readonly orders: Iterator<Purchase>;
  readonly submit: Submit;
  readonly callers: number;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Every caller sends, waits, and sends again, until the time is over; what is under way is waited for. */
export async function closedLoop({ orders, submit, callers, seconds, signal }: Closed): Promise<Driven> {
  const latencies = new Latencies();
  const counts = { booked: 0, repeated: 0 };
  const start = performance.now();
  const until = start + seconds * 1_000;
  const caller = async () => {
    while (performance.now() < until && !signal.aborted) {
      const sent = performance.now();
      const answer = await submit(orders.next().value as Purchase);
      latencies.add(performance.now() - sent);
      counts[answer] += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  signal.throwIfAborted();
  return { ...counts, seconds: (performance.now() - start) / 1_000, latency: latencies.summary };
}

export interface Open extends Omit<Closed, "callers"> {
  /** Arrivals a second, on average. */
  readonly rate: number;
  readonly seed: number;
}

/**
 * Orders arrive by chance (Poisson), whether those before are answered or not; time counts from the
 * arrival.
 */
export async function openLoop({ orders, submit, rate, seconds, seed, signal }: Open): Promise<Driven> {
  const random = chance(seed);
  const latencies = new Latencies();
  const counts = { booked: 0, repeated: 0 };
  const under: Promise<void>[] = [];
  const start = performance.now();
  const send = async (order: Purchase, arrived: number) => {
    const answer = await submit(order);
    latencies.add(performance.now() - arrived);
    counts[answer] += 1;
  };
  let next = start;
  while (next < start + seconds * 1_000 && !signal.aborted) {
    const now = performance.now();
    if (next > now) {
      await pause(Math.min(next - now, 1));
      continue;
    }
    under.push(send(orders.next().value as Purchase, next));
    next += (-Math.log(1 - random()) * 1_000) / rate;
  }
  await Promise.all(under);
  signal.throwIfAborted();
  return { ...counts, seconds: (performance.now() - start) / 1_000, latency: latencies.summary };
}
