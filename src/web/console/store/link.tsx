/** A store by its name wherever only its id comes along, leading to its page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { named } from "../named.ts";
import { useSay } from "../say.ts";

/** As many as the API gives at once; a store beyond them stands by its id. */
const MOST = 200;

const stores = {
  ...read(["stores", "names"], (signal) =>
    client.GET("/v1/stores", { params: { query: { limit: MOST } }, signal }),
  ),
  staleTime: 60_000,
};

/** What a party of the book is called: a store by its name, all others by their id. */
export function useStoreName(): (id: string) => string {
  const { language } = useSay();
  const known = useQuery(stores).data?.items;
  return (id) => {
    const store = known?.find((one) => one.id === id);
    return store === undefined ? id : named(store, language);
  };
}

export function StoreLink({ id }: { readonly id: string }) {
  const nameOf = useStoreName();
  return (
    <Link to={`/stores/${id}`} title={id}>
      {nameOf(id)}
    </Link>
  );
}
