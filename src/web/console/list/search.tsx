/** The search box of a list: what is looked for, and in which field. */
import { Input, Select, Space } from "antd";
import { useEffect, useState } from "react";
import { useSay } from "../say.ts";
import type { ListQuery } from "./query.ts";

export interface SearchField {
  readonly value: string;
  readonly label: string;
  /** How it is searched: from its beginning, or whole. */
  readonly hint: string;
}

export function Search({
  query,
  fields,
}: {
  readonly query: ListQuery;
  readonly fields: readonly SearchField[];
}) {
  const say = useSay();
  const [text, setText] = useState(query.q);
  useEffect(() => setText(query.q), [query.q]);
  const field = fields.find(({ value }) => value === query.field) ?? fields[0];
  return (
    <Space.Compact className="console-search">
      <Select
        aria-label={say("list.field")}
        value={field?.value ?? ""}
        options={fields.map(({ value, label }) => ({ value, label }))}
        onChange={(value) => query.set({ field: value, q: text.trim() })}
        popupMatchSelectWidth={false}
      />
      <Input.Search
        aria-label={say("list.search")}
        value={text}
        placeholder={field?.hint}
        allowClear
        enterButton={say("list.find")}
        onChange={({ target }) => setText(target.value)}
        onSearch={(value) => query.set({ field: field?.value ?? "", q: value.trim() })}
      />
    </Space.Compact>
  );
}
