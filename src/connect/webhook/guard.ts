/**
 * Where a webhook may be sent. Its address is written by someone outside the house, so that it must not reach
 * what only the house may reach: the machine itself, its network, the cloud's metadata. A name is judged by
 * the addresses it resolves to at the moment of connecting; the connection goes to the very address judged.
 */
import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Reached only where the operator allows it: a till on the counter, a test. */
const PRIVATE = blockList("127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16", "::1/128 fc00::/7");
/** Never: unset, link-local with the metadata services, shared, reserved, multicast, ways around these. */
const NEVER = blockList(
  `0.0.0.0/8 100.64.0.0/10 169.254.0.0/16 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 198.18.0.0/15
   198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
  `::/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fe80::/10 fec0::/10
   ff00::/8`,
);

function blockList(v4: string, v6: string): BlockList {
  const list = new BlockList();
  const nets = { ipv4: v4, ipv6: v6 } as const;
  for (const family of ["ipv4", "ipv6"] as const)
    for (const net of nets[family].split(/\s+/)) {
      const [address = "", prefix] = net.split("/");
      list.addSubnet(address, Number(prefix), family);
    }
  return list;
}

/** Whether a connection may be made to this IP address. An IPv4 address in IPv6 clothes is judged as IPv4. */
export function addressAllowed(address: string, allowPrivate: boolean): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const plain = family === 6 ? (mappedV4(address) ?? address) : address;
  const kind = isIP(plain) === 4 ? "ipv4" : "ipv6";
  return !NEVER.check(plain, kind) && (allowPrivate || !PRIVATE.check(plain, kind));
}

/** The IPv4 address in ::ffff:a.b.c.d or the old ::a.b.c.d, in whichever notation; null for any other. */
function mappedV4(address: string): string | null {
  const [host = ""] = address.split("%");
  const found = /^\[::(?:ffff:)?([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(
    new URL(`http://[${host}]`).hostname,
  );
  if (found === null) return null;
  const [high, low] = [Number.parseInt(found[1] ?? "", 16), Number.parseInt(found[2] ?? "", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

export type UrlFault =
  | "url_malformed"
  | "url_scheme"
  | "url_credentials"
  | "url_too_long"
  | "address_refused";

const MOST_URL = 2_000;

/** An address as a webhook may have it, or what is wrong with it. Names are judged when they resolve. */
export function checkUrl(text: string, allowPrivate: boolean): URL | UrlFault {
  if (text.length > MOST_URL) return "url_too_long";
  if (!URL.canParse(text)) return "url_malformed";
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "url_scheme";
  if (url.username !== "" || url.password !== "") return "url_credentials";
  const host = hostOf(url);
  if (isIP(host) !== 0 && !addressAllowed(host, allowPrivate)) return "address_refused";
  return url;
}

/** Host without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

/** Code of the error by which a name is refused. */
export const ADDRESS_REFUSED = "ADDRESS_REFUSED";

/** Resolves a name for a connection; one refused address among its addresses refuses the name. */
export function guardedLookup(allowPrivate: boolean, resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return done(error, "", 0);
      const [first] = found;
      if (first === undefined || found.some(({ address }) => !addressAllowed(address, allowPrivate)))
        return done(Object.assign(new Error("address refused"), { code: ADDRESS_REFUSED }), "", 0);
      if (options.all === true) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
}
