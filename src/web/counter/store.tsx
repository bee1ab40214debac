/** The store the counter stands in: the only one, or the one chosen on this device. */
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { storesOf, useWho } from "../ui/session.tsx";
import { ownStores, type Store } from "./reads.ts";
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

/** What is known of the store beside its id, once it is there. */
export function useStoreFacts(id: string): Store | undefined {
  return useQuery(ownStores).data?.items.find((store) => store.id === id);
}

/** A store's name in the language shown; its id where it has none. */
export function useStoreName(): (id: string) => string {
  const { language } = useSay();
  const known = useQuery(ownStores).data?.items;
  return (id) => {
    const store = known?.find((one) => one.id === id);
    return (language === "en" ? store?.name_en : null) ?? store?.name_zh ?? id;
  };
}

/** Chooses among several stores. */
export function StoreChoice() {
  const say = useSay();
  const who = useWho();
  const here = useStore();
  const nameOf = useStoreName();
  const stores = who === undefined ? [] : storesOf(who);
  if (stores.length < 2) return <strong className="c-store">{nameOf(here)}</strong>;
  return (
    <select
      className="ws-select c-store"
      aria-label={say("counter.store")}
      value={here}
      onChange={({ target }) => {
        localStorage.setItem(STORED, target.value);
        for (const told of watchers) told();
      }}
    >
      {stores.map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </select>
  );
}
