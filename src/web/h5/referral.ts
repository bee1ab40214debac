/** The code somebody came by, kept on this device until he has signed in. */
const STORED = "wellspring.referral";

export function keepReferral(code: string): void {
  localStorage.setItem(STORED, code);
}

export function referral(): string | null {
  return localStorage.getItem(STORED);
}
