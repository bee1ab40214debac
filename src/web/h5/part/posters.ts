/** Posters drawn on a canvas: three looks, one code. */

export const TEMPLATES = ["water", "paper", "night"] as const;
export type Template = (typeof TEMPLATES)[number];

interface Look {
  readonly ground: readonly [top: string, bottom: string];
  readonly text: string;
  readonly soft: string;
  readonly wave: string;
}

const LOOKS: Readonly<Record<Template, Look>> = {
  water: { ground: ["#0f6a68", "#0b4f4e"], text: "#ffffff", soft: "#d3ecea", wave: "#178583" },
  paper: { ground: ["#fbf8f1", "#f1ebdd"], text: "#22302f", soft: "#5c6a66", wave: "#e3dbc6" },
  night: { ground: ["#101c33", "#0a1120"], text: "#f4f1e6", soft: "#b9c3d6", wave: "#1c2f52" },
};

export interface PosterWords {
  readonly operator: string;
  readonly title: string;
  readonly line: string;
  readonly scan: string;
  readonly notice: string;
}

const WIDTH = 750;
const HEIGHT = 1_180;
const EDGE = 60;
const QR = 380;
const FONT = `"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`;

/** A poster as a picture to be kept by a long press. */
export async function drawPoster(template: Template, link: string, words: PosterWords): Promise<string> {
  const { toCanvas } = await import("qrcode");
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("no canvas");
  const look = LOOKS[template];
  ground(pen, look);
  pen.textAlign = "center";
  const write = (text: string, y: number, size: number, colour: string, weight = 400) => {
    pen.fillStyle = colour;
    pen.font = `${weight} ${size}px ${FONT}`;
    return wrap(pen, text, y, size * 1.45);
  };
  write(words.operator, 110, 34, look.soft, 500);
  const below = write(words.title, 205, 62, look.text, 700);
  write(words.line, below + 20, 32, look.soft);
  const code = document.createElement("canvas");
  await toCanvas(code, link, { width: QR, margin: 2, errorCorrectionLevel: "M" });
  pen.fillStyle = "#ffffff";
  pen.fillRect((WIDTH - QR) / 2 - 20, 480, QR + 40, QR + 40);
  pen.drawImage(code, (WIDTH - QR) / 2, 500, QR, QR);
  write(words.scan, 970, 34, look.text, 600);
  write(words.notice, 1_045, 24, look.soft);
  return canvas.toDataURL("image/png");
}

function ground(pen: CanvasRenderingContext2D, { ground: [top, bottom], wave }: Look): void {
  const slope = pen.createLinearGradient(0, 0, 0, HEIGHT);
  slope.addColorStop(0, top);
  slope.addColorStop(1, bottom);
  pen.fillStyle = slope;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = wave;
  pen.beginPath();
  pen.moveTo(0, 700);
  pen.bezierCurveTo(200, 600, 450, 830, WIDTH, 690);
  pen.lineTo(WIDTH, HEIGHT);
  pen.lineTo(0, HEIGHT);
  pen.fill();
}

/** Writes a text in as many lines as it needs; gives the height below the last. */
function wrap(pen: CanvasRenderingContext2D, text: string, top: number, height: number): number {
  const pieces = text.match(/[\w'’,.-]+\s*|[^\w]/gu) ?? [];
  let line = "";
  let y = top;
  for (const piece of pieces) {
    if (line !== "" && pen.measureText(line + piece).width > WIDTH - 2 * EDGE) {
      pen.fillText(line.trim(), WIDTH / 2, y);
      line = "";
      y += height;
    }
    line += piece;
  }
  pen.fillText(line.trim(), WIDTH / 2, y);
  return y + height;
}
