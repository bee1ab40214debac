/** What an operator may set of the server, with what holds where nothing is said. */
import type { DestinationStream } from "pino";

export interface Settings {
  /** Version told in the document. */
  readonly version: string;
  /** Whether it is reached over https: cookies are then marked Secure. */
  readonly secure: boolean;
  /** Proxies to believe about the address of the one who asks: all of them, or these networks. */
  readonly trustProxy: boolean | string;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
  readonly logTo: DestinationStream | null;
  /** Largest body in bytes: of orders, and of everything else. */
  readonly bodyLimit: { readonly orders: number; readonly others: number };
  /** Milliseconds a body may take to arrive: that of an upload, and every other. */
  readonly bodyTime: { readonly uploads: number; readonly others: number };
  /** Requests a minute of an address nobody has signed in from, of a person, of a key; tries to sign in, and
   *  credentials nobody holds, of an address. */
  readonly perMinute: {
    readonly address: number;
    readonly person: number;
    readonly key: number;
    readonly signIn: number;
    readonly failures: number;
  };
  /** Figures of the process itself beside those of the routes. */
  readonly processMetrics: boolean;
}

export const DEFAULTS: Settings = {
  version: "0.1.0",
  secure: false,
  trustProxy: false,
  logLevel: "info",
  logTo: null,
  bodyLimit: { orders: 2 << 20, others: 256 << 10 },
  bodyTime: { uploads: 30 * 60_000, others: 60_000 },
  perMinute: { address: 240, person: 1_200, key: 600_000, signIn: 10, failures: 120 },
  processMetrics: false,
};
