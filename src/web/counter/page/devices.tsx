/** Devices 登录设备: where one is signed in, and signing out everywhere else. */
import { useQuery } from "@tanstack/react-query";
import { SignOutElsewhere } from "../../mobile/elsewhere.tsx";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { Loading } from "../../ui/state/loading.tsx";
import { ProblemView } from "../../ui/state/problemview.tsx";
import { Head } from "../part/head.tsx";
import { useSay } from "../say.ts";

export default function Devices() {
  const say = useSay();
  const { data, error, refetch } = useQuery(
    read(["devices"], (signal) => client.GET("/v1/session/devices", { signal })),
  );
  return (
    <section className="c-scan">
      <Head back="/self" title={say("devices.title")} />
      <p className="ws-soft">{say("devices.hint")}</p>
      {error !== null && data === undefined && <ProblemView thrown={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Loading />}
      {data !== undefined && (
        <ul className="ws-card c-list">
          {data.items.map((device) => (
            <li key={`${device.created_at} ${device.last_seen_at}`} className="c-line">
              <span className="c-agent">{device.agent ?? say("devices.unknown")}</span>
              <span className="c-end ws-soft">
                <small>{say("devices.seen")}</small>
                <Time at={device.last_seen_at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <SignOutElsewhere />
    </section>
  );
}
