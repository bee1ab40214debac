/** How a plan stands, in its colour. */
import { Tag } from "antd";
import { useSay } from "../say.ts";
import type { stateOf } from "./reads.ts";

const COLOURS = {
  draft: "default",
  checked: "processing",
  signed: "processing",
  announced: "warning",
  effective: "success",
  withdrawn: "error",
} as const;

export function StateTag({ state }: { readonly state: ReturnType<typeof stateOf> }) {
  const say = useSay();
  return <Tag color={COLOURS[state]}>{say(`plans.state.${state}`)}</Tag>;
}
