/** How the program ends: the exit status is a promise to scripts, and `--help` prints this table. */

/** Exit statuses. Under `set -e` anything but `ok` stops a script. */
export const STATUS = {
  ok: 0,
  /** A plan that may not be published, an order refused where one was asked about, a check that failed. */
  refused: 1,
  /** The work is done, but some lines or rows of the input could not be taken; each is listed. */
  badLines: 2,
  /** The command line itself: unknown command or option, a value that is none. */
  usage: 3,
  /** A file that cannot be read or written, or is no text of the kind expected. */
  unreadable: 4,
  /** A fault of ours. */
  internal: 70,
  /** Ctrl-C. */
  cancelled: 130,
} as const;

export type Status = (typeof STATUS)[keyof typeof STATUS];
