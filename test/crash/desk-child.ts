/**
 * A desk in a process of its own, told over IPC what to do. Arguments: URL of the database, cell, seconds
 * of lease.
 */
import { Desk, NotNow } from "#desk";
import { Database } from "#store";

const [url = "", cellText = "1", lease = "1"] = process.argv.slice(2);
const cell = BigInt(cellText);
const faults: string[] = [];
const desk = new Desk({
  database: new Database(url, { most: 4 }),
  holder: { id: `desk ${process.pid}`, url: `http://127.0.0.1/${process.pid}` },
  report: (error, what) => faults.push(`${what}: ${error}`),
  leaseSeconds: Number(lease),
  mostTogether: 64,
});

interface Told {
  readonly n: number;
  readonly take?: true;
  readonly faults?: true;
  readonly orders?: readonly unknown[];
}

async function done({ take, orders, faults: asks }: Told): Promise<object> {
  if (asks) return { faults };
  try {
    if (take) {
      await desk.take(cell, true);
      return { taken: true };
    }
    const answers = await desk.submit(
      cell,
      (orders ?? []).map((json) => ({ json })),
    );
    return {
      answers: answers.map((answer) => ("seq" in answer ? { ...answer, seq: Number(answer.seq) } : answer)),
    };
  } catch (error) {
    if (!(error instanceof NotNow)) throw error;
    const { reason, retryAfter, writer } = error;
    return { notNow: reason, retryAfter, writer };
  }
}

process.on("message", (told: Told) => {
  void done(told).then((answer) => process.send?.({ n: told.n, ...answer }));
});
process.on("disconnect", () => process.exit(0));
process.send?.({ n: 0 });
