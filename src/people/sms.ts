/**
 * How a code reaches a phone. A real channel implements SmsSender; the log driver is for trying things out.
 */
import { maskPhone } from "./identity.ts";

export type CodeMessage = { readonly phone: string; readonly code: string; readonly minutes: number };

export interface SmsSender {
  /** Resolves when the channel has taken the message; rejects when it has not. */
  send(message: CodeMessage): Promise<void>;
}

/** Writes the code where the operator of a demo sees it; the phone stays masked there too. */
export function logSms(write: (line: string) => void): SmsSender {
  return {
    send({ phone, code, minutes }) {
      write(
        `验证码 ${code}（${maskPhone(phone)}，${minutes} 分钟内有效） / code ${code} for ${maskPhone(phone)}`,
      );
      return Promise.resolve();
    },
  };
}
