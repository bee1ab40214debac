/** The store the counter stands in: the only one, or the one chosen on this device. */
import { useSyncExternalStore } from "react";
import { storesOf, useWho } from "../ui/session.tsx";
import { useSay } from "./say.ts";

const STORED = "wellspring.store";
const watchers = new Set<() => void>();

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}

const chosen = () => localStorage.getItem(STORED);

/** Id of the store; every page of the counter may rely on it. */
export function useStore(): string {
  const who = useWho();
  const stores = who === undefined ? [] : storesOf(who);
  const kept = useSyncExternalStore(watch, chosen);
  return stores.find((id) => id === kept) ?? stores[0] ?? "";
}

/** Whether the one who is signed in owns this store; otherwise he is one of its clerks. */
export function useOwns(store: string): boolean {
  return useWho()?.stores.merchant.includes(store) === true;
}

/** Chooses among several stores. */
export function StoreChoice() {
  const say = useSay();
  const who = useWho();
  const here = useStore();
  const stores = who === undefined ? [] : storesOf(who);
  if (stores.length < 2) return <strong>{here}</strong>;
  return (
    <select
      className="ws-select"
      aria-label={say("counter.store")}
      value={here}
      onChange={({ target }) => {
        localStorage.setItem(STORED, target.value);
        for (const told of watchers) told();
      }}
    >
      {stores.map((id) => (
        <option key={id} value={id}>
          {id}
        </option>
      ))}
    </select>
  );
}
