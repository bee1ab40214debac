/** Keeps the screen on while a code is shown or scanned, where the browser can. */
import { useEffect } from "react";

export function useAwake(): void {
  useEffect(() => {
    let over = false;
    let held: WakeLockSentinel | undefined;
    const hold = () => {
      // Older browsers have no such thing; there the screen goes dark as ever.
      if (over || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      navigator.wakeLock.request("screen").then(
        (lock) => {
          held = lock;
          if (over) void lock.release();
        },
        () => {},
      );
    };
    hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", hold);
      void held?.release();
    };
  }, []);
}
