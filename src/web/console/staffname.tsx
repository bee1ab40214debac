/**
 * Who of the staff it was: by name where one may read the names, oneself as oneself, else by the id's
 * end.
 */
import { useQuery } from "@tanstack/react-query";
import { client } from "../ui/api/client.ts";
import { read } from "../ui/api/read.ts";
import { hasRole, useWho } from "../ui/session.tsx";
import { READERS } from "./roles.ts";
import { useSay } from "./say.ts";

const staff = read(["staff", "names"], (signal) =>
  client.GET("/v1/staff", { params: { query: { limit: 100 } }, signal }),
);

export function StaffName({ id }: { readonly id: string | null }) {
  const say = useSay();
  const who = useWho();
  const mayRead = who !== undefined && hasRole(who, READERS);
  const { data } = useQuery({ ...staff, enabled: mayRead && id !== null });
  if (id === null) return <>—</>;
  const name = data?.items.find((one) => one.id === id)?.name;
  const shown = name ?? (id.length > 12 ? `…${id.slice(-6)}` : id);
  return <span title={id}>{id === who?.id ? say("staff.self", { name: who.name ?? "" }) : shown}</span>;
}
