/** Sends a file and tells how far it is, which fetch cannot. */
import { goneProblem, problemOf } from "../../ui/api/problem.ts";
import type { Upload } from "./reads.ts";

/** The server takes no more. */
export const MOST_BYTES = 200 * 1024 * 1024;

interface Watch {
  readonly signal: AbortSignal;
  /** From 0 to 100. */
  readonly progress: (percent: number) => void;
}

export function sendFile(file: File, { signal, progress }: Watch): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/v1/uploads?name=${encodeURIComponent(file.name.slice(0, 200))}`);
    request.setRequestHeader("content-type", "text/csv");
    request.setRequestHeader("x-wellspring", "1");
    request.upload.onprogress = ({ loaded, total }) => {
      if (total > 0) progress(Math.floor((100 * loaded) / total));
    };
    request.onerror = () => reject(goneProblem(false));
    request.onabort = () => reject(goneProblem(true));
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Upload);
      else problemOf(answered(request)).then(reject, reject);
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** The answer as the rest of the page knows answers. */
function answered(request: XMLHttpRequest): Response {
  const { status, responseText } = request;
  return new Response(responseText, { status: status >= 200 && status <= 599 ? status : 500 });
}
