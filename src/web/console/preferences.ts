/** What somebody likes to find again: columns and filters of lists. */
import { useState } from "react";

export function usePreference<Value>(name: string, standard: Value) {
  const [kept, set] = useState<Value>(() => {
    const text = localStorage.getItem(`wellspring.console.${name}`);
    return text === null ? standard : (JSON.parse(text) as Value);
  });
  const keep = (value: Value) => {
    localStorage.setItem(`wellspring.console.${name}`, JSON.stringify(value));
    set(value);
  };
  return [kept, keep] as const;
}
