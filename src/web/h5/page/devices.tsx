/** Devices 登录设备: where one is signed in, who tried to be, and signing out everywhere else. */
import { useQuery } from "@tanstack/react-query";
import { SignOutElsewhere } from "../../mobile/elsewhere.tsx";
import { client } from "../../ui/api/client.ts";
import { read } from "../../ui/api/read.ts";
import { Time } from "../../ui/figures.tsx";
import { Head } from "../part/head.tsx";
import { NoRows, Rows, usePages } from "../part/list.tsx";
import { Loaded } from "../part/loaded.tsx";
import { useSay } from "../say.ts";

const devices = read(["devices"], (signal) => client.GET("/v1/session/devices", { signal }));

export default function Devices() {
  const say = useSay();
  const query = useQuery(devices);
  const logins = usePages(["logins"], (cursor, signal) =>
    client.GET("/v1/session/logins", {
      params: { query: { limit: 20, ...(cursor === undefined ? {} : { cursor }) } },
      signal,
    }),
  );
  return (
    <div className="ws-stack">
      <Head title={say("devices.title")} back="/self" />
      <Loaded query={query}>
        {({ items }) => (
          <ul className="h-rows">
            {items.map((device) => (
              <li key={`${device.created_at}.${device.ip}`} className="h-row">
                <Where agent={device.agent} ip={device.ip} at={device.last_seen_at} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <SignOutElsewhere />
      <h3>{say("devices.logins")}</h3>
      <Rows
        pages={logins}
        empty={<NoRows>{say("state.empty")}</NoRows>}
        show={(login) => (
          <li key={login.at} className="h-row">
            <Where
              agent={`${say(`devices.${login.outcome}`)} · ${login.agent ?? ""}`}
              ip={login.ip}
              at={login.at}
            />
          </li>
        )}
      />
    </div>
  );
}

interface WhereProps {
  readonly agent: string | null;
  readonly ip: string | null;
  readonly at: string;
}

function Where({ agent, ip, at }: WhereProps) {
  return (
    <div>
      <span className="h-agent">{agent ?? "—"}</span>
      <span className="h-line-sub ws-soft">
        <span>{ip ?? "—"}</span>
        <Time at={at} />
      </span>
    </div>
  );
}
