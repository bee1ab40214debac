/** The plan as JSON, for whoever would rather write it: taken over as soon as it is JSON again. */
import { Input } from "antd";
import { useState } from "react";
import { useSay } from "../say.ts";
import type { Json } from "./shape.ts";

interface Props {
  readonly plan: Json;
  readonly change: (plan: Json) => void;
}

export function PlanJson({ plan, change }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const json = typed === null ? null : jsonIn(typed);
  // What was typed stays as long as it is no JSON yet or the very plan; the form may have changed it since.
  const stays = typed !== null && (json === null || JSON.stringify(json) === JSON.stringify(plan));
  const text = stays ? typed : JSON.stringify(plan, null, 2);
  const read = (next: string) => {
    setTyped(next);
    const found = jsonIn(next);
    if (found !== null) change(found);
  };
  return (
    <div className="ws-stack">
      <Input.TextArea
        className="console-json"
        aria-label={say("edit.jsonLabel")}
        spellCheck={false}
        autoSize={{ minRows: 20, maxRows: 40 }}
        value={text}
        onChange={({ target }) => read(target.value)}
      />
      {stays && json === null && (
        <p className="ws-note ws-note-bad" role="alert">
          {say("edit.jsonBad")}
        </p>
      )}
    </div>
  );
}

function jsonIn(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}
