/** The size of all text: everything is measured in rem, so the root's size changes the whole face. */
import { useState } from "react";
import { useSay } from "./say.ts";

const STORED = "wellspring.textsize";
const SIZES = { standard: "100%", large: "118%", larger: "136%" } as const;
type Size = keyof typeof SIZES;

function stored(): Size {
  const size = localStorage.getItem(STORED);
  return size === "large" || size === "larger" ? size : "standard";
}

/** Once, before anything is shown. */
export function startTextSize(): void {
  document.documentElement.style.fontSize = SIZES[stored()];
}

export function TextSizeSwitch() {
  const say = useSay();
  const [size, setSize] = useState(stored);
  const choose = (text: string) => {
    localStorage.setItem(STORED, text);
    startTextSize();
    setSize(stored());
  };
  return (
    <label className="ws-row">
      <span>{say("self.textSize")}</span>
      <select className="ws-select" value={size} onChange={({ target }) => choose(target.value)}>
        {(["standard", "large", "larger"] as const).map((one) => (
          <option key={one} value={one}>
            {say(`self.textSize.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
