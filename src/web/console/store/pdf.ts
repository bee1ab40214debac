/** A drawing as a PDF of its own size, one page, ready to be printed. */
import { jsPDF } from "jspdf";
import type { Template } from "./template.ts";

export function pdfOf(canvas: HTMLCanvasElement, { width, height }: Template): Blob {
  const orientation = width > height ? "landscape" : "portrait";
  const page = new jsPDF({ unit: "mm", format: [width, height], orientation, compress: true });
  page.addImage(canvas.toDataURL("image/png"), "PNG", 0, 0, width, height);
  return page.output("blob");
}
