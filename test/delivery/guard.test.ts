import type { LookupAddress, lookup } from "node:dns";
import { describe, expect, test } from "vitest";
import { addressAllowed, checkUrl, guardedLookup } from "../../src/connect/webhook/guard.ts";

const always = `0.0.0.0 100.64.0.1 100.100.100.200 169.254.169.254 192.0.0.1 198.18.0.1 224.0.0.1 240.0.0.1
  255.255.255.255 :: fe80::1 fe80::1%eth0 ff02::1 2002:7f00:1:: 64:ff9b::7f00:1 2001::1 ::ffff:169.254.169.254
  ::ffff:a9fe:a9fe`.split(/\s+/);
const inside = `127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 ::1 fc00::1 fdff::1
  ::ffff:127.0.0.1 ::ffff:7f00:1 ::127.0.0.1 ::ffff:10.0.0.1`.split(/\s+/);
const outside = "1.1.1.1 8.8.8.8 172.32.0.1 192.169.0.1 114.114.114.114 2400:3200::1 ::ffff:8.8.8.8".split(
  " ",
);

describe("where a webhook may be sent", () => {
  test.each(always)("%s: never", (address) => {
    expect(addressAllowed(address, true)).toBe(false);
    expect(addressAllowed(address, false)).toBe(false);
  });

  test.each(inside)("%s: only where the operator allows it", (address) => {
    expect(addressAllowed(address, true)).toBe(true);
    expect(addressAllowed(address, false)).toBe(false);
  });

  test.each(outside)("%s: yes", (address) => {
    expect(addressAllowed(address, false)).toBe(true);
  });

  test.each([
    ["ftp://example.com/", "url_scheme"],
    ["file:///etc/passwd", "url_scheme"],
    ["javascript:alert(1)", "url_scheme"],
    ["nothing", "url_malformed"],
    ["https://me:secret@example.com/", "url_credentials"],
    [`https://example.com/${"x".repeat(2_000)}`, "url_too_long"],
    ["http://127.0.0.1/", "address_refused"],
    ["http://2130706433/", "address_refused"],
    ["http://0x7f.1/", "address_refused"],
    ["http://017700000001/", "address_refused"],
    ["http://[::1]/", "address_refused"],
    ["http://[::ffff:127.0.0.1]/", "address_refused"],
    ["http://１２７.０.０.１/", "address_refused"],
  ])("%s: %s", (url, fault) => {
    expect(checkUrl(url, false)).toBe(fault);
  });

  test("an ordinary address is taken", () => {
    expect(checkUrl("https://example.com:8443/hook?a=1", false)).toBeInstanceOf(URL);
  });
});

describe("a name is judged by what it resolves to", () => {
  const resolving = (...addresses: string[]) =>
    ((_: string, __: object, done: (error: null, found: LookupAddress[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      )) as typeof lookup;

  const looked = (addresses: string[], all = false) =>
    new Promise((resolve) => {
      guardedLookup(false, resolving(...addresses))("till.example", { all }, (error, address) =>
        resolve(error === null ? address : error.code),
      );
    });

  test("one inner address among outer ones refuses the name", async () => {
    expect(await looked(["8.8.8.8", "127.0.0.1"])).toBe("ADDRESS_REFUSED");
    expect(await looked(["10.0.0.1"])).toBe("ADDRESS_REFUSED");
    expect(await looked([])).toBe("ADDRESS_REFUSED");
  });

  test("the connection goes to the address that was judged", async () => {
    expect(await looked(["8.8.8.8", "1.1.1.1"])).toBe("8.8.8.8");
    expect(await looked(["8.8.8.8"], true)).toEqual([{ address: "8.8.8.8", family: 4 }]);
  });
});
