/** A value that is taken over once it has stood still for a moment: nothing is asked at every key. */
import { useEffect, useState } from "react";

export function useLater<Value>(value: Value, wait = 300): Value {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const clock = setTimeout(() => setLater(value), wait);
    return () => clearTimeout(clock);
  }, [value, wait]);
  return later;
}
