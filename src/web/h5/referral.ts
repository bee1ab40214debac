/** The code somebody came by, kept on this device until it has led to a sponsor; and what he came in by. */
const STORED = "wellspring.referral";
const ENTERED = "wellspring.entered";

export function keepReferral(code: string): void {
  localStorage.setItem(STORED, code);
}

export function referral(): string | null {
  return localStorage.getItem(STORED);
}

/** Once he has a sponsor, whoever it is. */
export function forgetReferral(): void {
  localStorage.removeItem(STORED);
}

/** He signed in, or was locked, by this code in this visit. */
export function enterBy(code: string | null): void {
  if (code !== null) sessionStorage.setItem(ENTERED, code);
}

export function enteredBy(code: string): boolean {
  return sessionStorage.getItem(ENTERED) === code;
}
