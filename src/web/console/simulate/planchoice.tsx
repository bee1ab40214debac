/** Which plan: the one in force, a draft, or a preset. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect } from "react";
import { planList, presetList } from "../plan/reads.ts";
import { useSay } from "../say.ts";

export interface PlanName {
  readonly name: string;
  readonly version: number;
}

interface Props {
  readonly id: string;
  readonly value: PlanName | null;
  readonly choose: (plan: PlanName) => void;
}

const keyOf = ({ name, version }: PlanName) => `${name}@${version}`;

export function PlanChoice({ id, value, choose }: Props) {
  const say = useSay();
  const plans = useQuery(planList).data;
  const presets = useQuery(presetList).data;
  const [first] = plans?.in_force ?? [];
  // What is in force is what one asks about first.
  useEffect(() => {
    if (value === null && first !== undefined) choose({ name: first.name, version: first.version });
  }, [value, first, choose]);
  const inForce = plans?.in_force ?? [];
  const drafts = (plans?.items ?? []).filter(({ state }) => state !== "effective" && state !== "withdrawn");
  // A preset of the same name and version is that very plan.
  const kept = new Set([...inForce, ...(plans?.items ?? [])].map(keyOf));
  const others = (presets?.items ?? []).filter((plan) => !kept.has(keyOf(plan)));
  const groups = [
    { label: say("sim.planInForce"), plans: inForce },
    { label: say("sim.planDraft"), plans: drafts },
    { label: say("sim.planPreset"), plans: others },
  ];
  const all: readonly PlanName[] = groups.flatMap((group): readonly PlanName[] => group.plans);
  return (
    <Select
      id={id}
      className="console-wide"
      value={value === null ? undefined : keyOf(value)}
      loading={plans === undefined || presets === undefined}
      options={groups
        .filter((group) => group.plans.length > 0)
        .map((group) => ({
          label: group.label,
          options: group.plans.map((plan: PlanName) => ({
            value: keyOf(plan),
            label: `${group.label} · ${say("plan.title", { name: plan.name, version: plan.version })}`,
          })),
        }))}
      onChange={(key) => {
        const plan = all.find((one) => keyOf(one) === key);
        if (plan !== undefined) choose({ name: plan.name, version: plan.version });
      }}
    />
  );
}
