/** What a store's code is printed on: its size, and how it is laid out. Lengths in millimetres. */
export interface Template {
  readonly name: "a6" | "card" | "a4" | "sticker";
  readonly width: number;
  readonly height: number;
  /** A band of colour across the top with the store's name on it. */
  readonly hasBand: boolean;
  /** Height at which the code begins, and its edge. */
  readonly code: { readonly top: number; readonly edge: number };
}

export const TEMPLATES: readonly Template[] = [
  { name: "a6", width: 105, height: 148, hasBand: true, code: { top: 40, edge: 80 } },
  { name: "card", width: 100, height: 150, hasBand: false, code: { top: 40, edge: 82 } },
  { name: "a4", width: 210, height: 297, hasBand: true, code: { top: 80, edge: 160 } },
  { name: "sticker", width: 80, height: 80, hasBand: false, code: { top: 13, edge: 54 } },
];

/** What is written on it. */
export interface PosterText {
  readonly store: string;
  readonly call: string;
  readonly note: string;
  readonly code: string;
  readonly operator: string;
  readonly address: string;
}
