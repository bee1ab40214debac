/** Draws a store's code as it is printed, sharp enough for paper, in the fonts of this device. */
import { create } from "qrcode";
import type { PosterText, Template } from "./template.ts";

/** 300 dots an inch. */
const DOTS_A_MM = 300 / 25.4;
const BRAND = "#0f6a68";
const INK = "#16302f";
const SOFT = "#51656a";
const FONT = 'system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

export function drawPoster(canvas: HTMLCanvasElement, template: Template, text: PosterText): void {
  const { width, height, hasBand, code } = template;
  canvas.width = Math.round(width * DOTS_A_MM);
  canvas.height = Math.round(height * DOTS_A_MM);
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  pen.scale(DOTS_A_MM, DOTS_A_MM);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  const unit = Math.min(width, height * 0.72) / 100;
  const line = (words: string, y: number, size: number, colour: string, weight = 400) =>
    write(pen, { words, x: width / 2, y, most: width * 0.88, size: size * unit, colour, weight });
  if (template.name === "sticker") {
    line(text.store, 9, 9, INK, 600);
  } else {
    const top = code.top;
    pen.fillStyle = BRAND;
    if (hasBand) pen.fillRect(0, 0, width, top * 0.62);
    else pen.fillRect(width * 0.06, top * 0.58, width * 0.88, 0.6);
    line(text.store, top * 0.36, 10, hasBand ? "#ffffff" : BRAND, 600);
    line(text.call, top * 0.84, 7, INK, 600);
  }
  drawCode(pen, text.address, (width - code.edge) / 2, code.top, code.edge);
  const below = code.top + code.edge;
  const left = height - below;
  line(text.code, below + left * 0.22, 6, INK, 600);
  if (template.name === "sticker") {
    line(text.call, below + left * 0.68, 5.5, BRAND, 600);
    return;
  }
  line(text.note, below + left * 0.52, 3.8, SOFT);
  line(text.operator, below + left * 0.8, 3.8, SOFT);
}

interface Line {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** Widest it may be; a longer text becomes smaller. */
  readonly most: number;
  readonly size: number;
  readonly colour: string;
  readonly weight: number;
}

function write(pen: CanvasRenderingContext2D, { words, x, y, most, size, colour, weight }: Line): void {
  pen.fillStyle = colour;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = `${weight} ${size}px ${FONT}`;
  const wide = pen.measureText(words).width;
  if (wide > most) pen.font = `${weight} ${(size * most) / wide}px ${FONT}`;
  pen.fillText(words, x, y);
}

function drawCode(pen: CanvasRenderingContext2D, text: string, x: number, y: number, edge: number): void {
  const { modules } = create(text, { errorCorrectionLevel: "Q" });
  // Four modules of white around it, as the norm asks.
  const step = edge / (modules.size + 8);
  pen.fillStyle = "#ffffff";
  pen.fillRect(x, y, edge, edge);
  pen.fillStyle = "#000000";
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) === 0) continue;
      // A hair wider, so that no white line shows between two dark ones.
      pen.fillRect(x + (column + 4) * step, y + (row + 4) * step, step * 1.02, step * 1.02);
    }
  }
}
