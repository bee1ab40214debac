/** A member as a store may see one: masked. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { useSay } from "../say.ts";

const memberRead = (id: string) =>
  read(["members", id], (signal) => client.GET("/v1/members/{id}", { params: { path: { id } }, signal }));

/** Masked name and phone of one member; `instead` where he is nobody the store may look up. */
export function MemberName({ id, instead }: { readonly id: string; readonly instead?: string }) {
  const { data, isPending } = useQuery({ ...memberRead(id), retry: false });
  if (isPending) return <span className="ws-soft">…</span>;
  return <Face name={data?.name ?? null} phone={data?.phone ?? instead ?? null} />;
}

/** A masked name and phone; a member without either is just a member. */
export function Face({ name, phone }: { readonly name: string | null; readonly phone: string | null }) {
  const say = useSay();
  if (name === null && phone === null) return <span>{say("counter.member")}</span>;
  return (
    <span>
      {name ?? say("counter.member")}
      {phone !== null && <span className="ws-number ws-soft"> {phone}</span>}
    </span>
  );
}
