/** The states of what a list shows, side by side, each with how many stand in it. */
import { Radio } from "antd";
import { useSay } from "../say.ts";
import type { ListQuery } from "./query.ts";

export interface StateChoice {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

interface Props {
  readonly query: ListQuery;
  /** The filter it sets. */
  readonly name?: string;
  readonly choices: readonly StateChoice[];
}

export function States({ query, name = "state", choices }: Props) {
  const say = useSay();
  const all = { value: "", label: say("list.all") };
  return (
    <Radio.Group
      aria-label={say("list.state")}
      optionType="button"
      value={query.get(name)}
      onChange={({ target }) => query.set({ [name]: `${target.value}` })}
      options={[all, ...choices].map((choice: StateChoice) => ({
        value: choice.value,
        label: choice.count === undefined ? choice.label : `${choice.label} ${choice.count}`,
      }))}
    />
  );
}
