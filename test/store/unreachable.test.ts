import { expect, test } from "vitest";
import { isUnreachable } from "#store";

const error = (message: string, code?: string) =>
  code === undefined ? new Error(message) : Object.assign(new Error(message), { code });

test.each([
  error("connect ECONNREFUSED 127.0.0.1:1", "ECONNREFUSED"),
  error("terminating connection due to administrator command", "57P01"),
  error("the database system is starting up", "57P03"),
  error("sorry, too many clients already", "53300"),
  error("cannot execute UPDATE in a read-only transaction", "25006"),
  error("Connection terminated unexpectedly"),
  error("timeout exceeded when trying to connect"),
  error("Client has encountered a connection error and is not queryable"),
])("gone: %s", (gone) => {
  expect(isUnreachable(gone)).toBe(true);
});

test.each([
  error('violates check constraint "till_closed"', "23514"),
  error("bigint out of range", "22003"),
  error("no such file", "ENOENT"),
  error("the store has ended its day"),
  "Connection terminated",
  null,
])("there, and the fault is another's: %s", (other) => {
  expect(isUnreachable(other)).toBe(false);
});
