/** What keeps the store from opening, told to the person who runs it: Chinese first, English second. */
export class StoreFault extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${zh}\n${en}`, options);
  }
}

/** A line for the person at the console. */
export type Log = (line: string) => void;
