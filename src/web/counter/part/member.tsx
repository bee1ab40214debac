/** A member as a store may see one: masked. */
import { useQuery } from "@tanstack/react-query";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { useSay } from "../say.ts";
import { useStore, useStoreFacts } from "../store.tsx";

/** Whose member somebody is, as far as the store may know. */
export function LockedTo({ id, isNew }: { readonly id: string; readonly isNew: boolean }) {
  const say = useSay();
  const owner = useStoreFacts(useStore())?.owner ?? null;
  const { data } = useQuery({ ...memberRead(id), retry: false });
  if (isNew) return <span className="c-good">{say("lock.now")}</span>;
  if (data === undefined) return <span className="ws-soft">…</span>;
  if (data.sponsor === null) return <span>{say("lock.none")}</span>;
  return <span>{say(owner !== null && data.sponsor !== owner ? "lock.other" : "lock.here")}</span>;
}

const memberRead = (id: string) =>
  read(["members", id], (signal) => client.GET("/v1/members/{id}", { params: { path: { id } }, signal }));

/** Masked name and phone of one member; `instead` where he is nobody the store may look up. */
export function MemberName({ id, instead }: { readonly id: string; readonly instead?: string }) {
  const { data, isPending } = useQuery({ ...memberRead(id), retry: false });
  if (isPending) return <span className="ws-soft">…</span>;
  return <Face name={data?.name ?? null} phone={data?.phone ?? instead ?? null} />;
}

/** What the till has to do where a member has not seen the disclosure yet. */
export function ShowDisclosure({ id }: { readonly id: string }) {
  const say = useSay();
  const { data } = useQuery({ ...memberRead(id), retry: false });
  return data?.disclosure_seen === false ? <p className="ws-note">{say("paid.unseen")}</p> : null;
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
