/** A QR code as a picture of lines, sharp at every size and in print; dark on white in every theme. */
import { useQuery } from "@tanstack/react-query";
import { type UiKey, useWords } from "./language.tsx";
import { Loading } from "./state/loading.tsx";

interface Props {
  readonly text: string;
  /** Edge in rem. */
  readonly size?: number;
}

export function Qr({ text, size = 15 }: Props) {
  const say = useWords<UiKey>();
  const { data } = useQuery({
    queryKey: ["qr", text],
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
    queryFn: () => drawn(text),
  });
  if (data === undefined) return <Loading />;
  return (
    <img
      src={data}
      alt={say("qr.alt", { text })}
      style={{ width: `min(${size}rem, 100%)`, aspectRatio: "1" }}
    />
  );
}

async function drawn(text: string): Promise<string> {
  const { toString: draw } = await import("qrcode");
  const svg = await draw(text, { type: "svg", errorCorrectionLevel: "M", margin: 2 });
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
