/** Choosing a division step by step: province, city, district; each step is read when it is opened. */
import { useQueryClient } from "@tanstack/react-query";
import { Cascader } from "antd";
import { useEffect, useState } from "react";
import type { components } from "#client";
import { client } from "../ui/api/client.ts";
import { read } from "../ui/api/read.ts";
import { named } from "./named.ts";
import { useSay } from "./say.ts";

type Division = components["schemas"]["Division"];

interface Option {
  readonly value: string;
  readonly label: string;
  readonly isLeaf: boolean;
  readonly disabled?: boolean;
  children?: Option[];
}

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (code: string | undefined) => void;
  /** A store stands in a district, an agent may hold any of them. */
  readonly isAnyLevel?: boolean;
}

/** As many as the API gives at once; no division has more right below it. */
const MOST = 100;

/** The divisions right below one; the provinces where it is null. */
export const below = (parent: string | null) =>
  read(["regions", parent ?? "provinces"], (signal) =>
    client.GET("/v1/regions", {
      params: {
        query: { limit: MOST, ...(parent === null ? { level: "province" as const } : { parent }) },
      },
      signal,
    }),
  );

export function RegionPick({ id, value, onChange, isAnyLevel = false }: Props) {
  const say = useSay();
  const cache = useQueryClient();
  const [options, setOptions] = useState<Option[]>([]);
  const [path, setPath] = useState<string[]>([]);
  const { language } = say;
  useEffect(() => {
    const show = (items: readonly Division[]) => setOptions(items.map((one) => optionOf(one, language)));
    void cache.fetchQuery(below(null)).then(({ items }) => show(items));
  }, [cache, language]);
  return (
    <Cascader<Option>
      {...(id === undefined ? {} : { id })}
      aria-label={say("home.division")}
      options={options}
      value={value === undefined ? [] : path}
      changeOnSelect={isAnyLevel}
      placeholder={say("region.choose")}
      loadData={(opened) => {
        const last = opened[opened.length - 1];
        if (last === undefined) return;
        void cache.fetchQuery(below(last.value)).then(({ items }) => {
          last.children = items.map((one) => optionOf(one, language));
          setOptions((all) => [...all]);
        });
      }}
      onChange={(chosen) => {
        setPath(chosen.map(String));
        onChange?.(chosen.length === 0 ? undefined : `${chosen[chosen.length - 1]}`);
      }}
    />
  );
}

function optionOf(division: Division, language: "zh" | "en"): Option {
  const { code, level, leaf } = division;
  return { value: code, label: `${named(division, language)} ${code}`, isLeaf: leaf || level === "district" };
}
