/** A bar that says that the network is gone, as long as it is. */
import { useSyncExternalStore } from "react";
import { type UiKey, useWords } from "../language.tsx";

function watch(told: () => void): () => void {
  window.addEventListener("online", told);
  window.addEventListener("offline", told);
  return () => {
    window.removeEventListener("online", told);
    window.removeEventListener("offline", told);
  };
}

export function OfflineBar() {
  const say = useWords<UiKey>();
  const isOnline = useSyncExternalStore(watch, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <div className="ws-bar" role="status">
      {say("state.offline")}
    </div>
  );
}
