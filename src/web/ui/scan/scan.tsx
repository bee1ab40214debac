/** Reading a QR code: by the camera where there is one, from a picture everywhere. */
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { type UiKey, useWords } from "../language.tsx";
import "./scan.css";

interface Props {
  /** Called once with what the code says. */
  readonly found: (text: string) => void;
  /** The camera begins at once, where somebody has just tapped to scan. */
  readonly begun?: boolean;
}

export function Scan({ found, begun = false }: Props) {
  const say = useWords<UiKey>();
  const [isOn, setOn] = useState(begun);
  const [said, setSaid] = useState<"scan.denied" | "scan.nothing" | null>(null);
  const fromPicture = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = "";
    if (file === undefined) return;
    const { readPicture } = await import("./read.ts");
    const text = await readPicture(file);
    setSaid(text === null ? "scan.nothing" : null);
    if (text !== null) found(text);
  };
  return (
    <div className="ws-stack">
      {isOn && (
        <Camera
          found={(text) => {
            setOn(false);
            found(text);
          }}
          denied={() => {
            setOn(false);
            setSaid("scan.denied");
          }}
        />
      )}
      <div className="ws-row">
        <button
          type="button"
          className="ws-button"
          onClick={() => {
            setSaid(null);
            setOn(!isOn);
          }}
        >
          {say(isOn ? "scan.stop" : "scan.start")}
        </button>
        <label className="ws-plain ws-file">
          {say("scan.file")}
          <input
            type="file"
            accept="image/*"
            className="ws-hidden"
            onChange={(event) => void fromPicture(event)}
          />
        </label>
      </div>
      {said !== null && (
        <p className="ws-note" role="alert">
          {say(said)}
        </p>
      )}
    </div>
  );
}

interface CameraProps {
  readonly found: (text: string) => void;
  readonly denied: () => void;
}

/** The camera's picture, looked at some times a second until a code is in it. */
function Camera({ found, denied }: CameraProps) {
  const say = useWords<UiKey>();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ found, denied });
  told.current = { found, denied };
  useEffect(() => {
    const place = video.current;
    if (place === null) return;
    let stop = () => {};
    let gone = false;
    import("./read.ts").then(
      ({ watchCamera }) => {
        if (!gone)
          stop = watchCamera(
            place,
            (text) => told.current.found(text),
            () => told.current.denied(),
          );
      },
      () => told.current.denied(),
    );
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return (
    <div className="ws-camera">
      <video ref={video} muted playsInline />
      <p>{say("scan.aim")}</p>
    </div>
  );
}
