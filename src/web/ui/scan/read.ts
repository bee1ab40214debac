/** Finding a QR code in pictures, with jsQR; brought only where something is scanned. */
import readCode from "jsqr";

const LOOK_EVERY_MS = 180;
/** Longer edges are made smaller: a code on a phone's photo is found as well, and much sooner. */
const LONGEST_EDGE = 1_200;

/** What the code in a picture says; null where there is none. */
export async function readPicture(file: Blob): Promise<string | null> {
  const address = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    return readFrom(picture, picture.naturalWidth, picture.naturalHeight);
  } catch {
    // No picture at all is one without a code.
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function readFrom(source: CanvasImageSource, width: number, height: number): string | null {
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return readCode(data, canvas.width, canvas.height)?.data || null;
}

/** Shows the camera in `video` and looks for a code; what it gives back ends it. */
export function watchCamera(
  video: HTMLVideoElement,
  found: (text: string) => void,
  denied: () => void,
): () => void {
  let stream: MediaStream | undefined;
  let clock: ReturnType<typeof setInterval> | undefined;
  let over = false;
  const stop = () => {
    over = true;
    clearInterval(clock);
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const start = async () => {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    if (over) {
      stop();
      return;
    }
    video.srcObject = stream;
    await video.play();
    clock = setInterval(() => {
      const text = readFrom(video, video.videoWidth, video.videoHeight);
      if (text === null || over) return;
      stop();
      found(text);
    }, LOOK_EVERY_MS);
  };
  // Without https there is no camera at all, and reading the property throws.
  start().catch(() => {
    if (over) return;
    stop();
    denied();
  });
  return stop;
}
