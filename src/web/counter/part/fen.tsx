/** The amount that an address carries; an address without one leads back to the keypad. */
import type { ReactNode } from "react";
import { Redirect, useParams } from "wouter";

export function WithFen({ children }: { readonly children: (fen: number) => ReactNode }) {
  const text = useParams<{ fen: string }>().fen ?? "";
  const fen = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return fen === 0 ? <Redirect to="/" replace /> : children(fen);
}
