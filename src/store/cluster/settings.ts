/** PostgreSQL's settings for a small machine it shares with the server. */
import { totalmem } from "node:os";

export const SETTINGS_FILE = "wellspring.conf";

/** The text of the settings file. Durability is written out although it is the default. */
export function configuration(memory: number = totalmem()): string {
  const megabytes = Math.floor(memory / 2 ** 20);
  const buffers = Math.min(1024, Math.max(128, Math.floor(megabytes / 8)));
  const settings: readonly (readonly [string, string])[] = [
    ["fsync", "on"],
    ["synchronous_commit", "on"],
    ["full_page_writes", "on"],
    ["listen_addresses", "'127.0.0.1'"],
    ["unix_socket_directories", "''"],
    ["max_connections", "100"],
    ["password_encryption", "'scram-sha-256'"],
    ["timezone", "'UTC'"],
    ["log_timezone", "'UTC'"],
    ["lc_messages", "'C'"],
    ["shared_buffers", `${buffers}MB`],
    ["effective_cache_size", `${Math.max(256, Math.floor(megabytes / 2))}MB`],
    ["work_mem", "16MB"],
    ["maintenance_work_mem", "128MB"],
    ["wal_buffers", "16MB"],
    ["min_wal_size", "256MB"],
    ["max_wal_size", "2GB"],
    ["checkpoint_timeout", "15min"],
    ["random_page_cost", "1.1"],
    ["jit", "off"],
    ["io_workers", "2"],
    // A refused row is told to the program; its text, which may name a person, stays out of the log.
    ["log_min_messages", "log"],
    ["log_min_error_statement", "panic"],
    ["log_error_verbosity", "terse"],
    ["log_checkpoints", "off"],
    ["log_destination", "'stderr'"],
    ["logging_collector", "off"],
  ];
  return settings.map(([name, value]) => `${name} = ${value}\n`).join("");
}
