/** The keypad of the till, large enough for a thumb in a hurry; on a desktop the keyboard types as well. */
import { useEffect, useRef } from "react";
import { useSay } from "../say.ts";
import { DIGITS, type Key, keyOf } from "../typed.ts";

interface Props {
  readonly press: (key: Key) => void;
  /** The key that ends typing. */
  readonly enter: () => void;
}

const LAST = [".", "0", "back"] as const;

export function Keypad({ press, enter }: Props) {
  const say = useSay();
  useKeyboard(press, enter);
  return (
    <fieldset className="c-keypad">
      <legend className="ws-hidden">{say("collect.keypad")}</legend>
      {[...DIGITS, ...LAST].map((key) => (
        <button
          key={key}
          type="button"
          onClick={() => press(key)}
          {...(key === "back" ? { "aria-label": say("collect.erase") } : {})}
        >
          {key === "back" ? "⌫" : key}
        </button>
      ))}
    </fieldset>
  );
}

/** Keys typed into a field, or pressed on a button, are that field's and that button's own. */
function useKeyboard(press: (key: Key) => void, enter: () => void): void {
  const told = useRef({ press, enter });
  told.current = { press, enter };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const place = event.target instanceof Element ? event.target.tagName : "";
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(place)) return;
      if (event.key === "Enter") {
        if (!/^(BUTTON|A)$/.test(place)) told.current.enter();
        return;
      }
      const key = keyOf(event.key);
      if (key !== null) told.current.press(key);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
