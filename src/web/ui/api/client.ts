/** The typed client of this page: same origin, the cookie speaks, every call ends within its time. */
import { createWellspringClient } from "#client";
import { goneProblem, problemOf } from "./problem.ts";

const MOST_MS = 15_000;

/**
 * `client.GET("/v1/…")` and so on. Whatever is no success is thrown as a Problem, so what comes back is data.
 */
export const client = createWellspringClient(window.location.origin, undefined, fetchInTime);

async function fetchInTime(request: Request): Promise<Response> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  let timedOut = false;
  const clock = setTimeout(() => {
    timedOut = true;
    stop();
  }, MOST_MS);
  request.signal.addEventListener("abort", stop);
  try {
    const response = await fetch(request, { signal: controller.signal, credentials: "same-origin" });
    if (!response.ok) throw await problemOf(response);
    return response;
  } catch (error) {
    if (error instanceof TypeError || timedOut) throw goneProblem(timedOut);
    throw error;
  } finally {
    clearTimeout(clock);
    request.signal.removeEventListener("abort", stop);
  }
}

/** What a call of the client resolves to. */
export type Reply<Data> = Promise<{ readonly data?: Data; readonly response: Response }>;

/** The data of a call. */
export async function dataOf<Data>(reply: Reply<Data>): Promise<Data> {
  const { data } = await reply;
  // No success without data but a 204, whose type says so.
  return data as Data;
}
