/** Who of the staff may look at what, where several places ask. The server decides anyhow. */

/** A single member's file, and every purchase, payment and withdrawal. */
export const FILES = ["owner", "finance", "risk", "service", "auditor"];

/** Staff, keys and webhooks. */
export const READERS = ["owner", "auditor"];

/** What everybody did. */
export const LOGREADERS = ["owner", "risk", "auditor"];
