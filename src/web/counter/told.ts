/** Says that a payment has come in, once for each. */
import { useEffect } from "react";
import { announce } from "../ui/sound.tsx";
import { useSay } from "./say.ts";
import { spokenYuan } from "./typed.ts";

const told = new Set<string>();

/** Announces the amount once `fen` is known; `id` is the payment's or the purchase's. */
export function useTold(id: string, fen: number | null): void {
  const say = useSay();
  useEffect(() => {
    if (fen === null || told.has(id)) return;
    told.add(id);
    announce(say("paid.spoken", { amount: spokenYuan(fen) }), say.language);
  }, [id, fen, say]);
}
