/** What every face begins with: look, language, cache, and what is shown while a page is on its way. */
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./api/read.ts";
import { startLanguage, type Words } from "./language.tsx";
import { ErrorBoundary } from "./state/boundary.tsx";
import { Loading } from "./state/loading.tsx";
import { OfflineBar } from "./state/offline.tsx";
import { startTheme } from "./theme.tsx";

interface Face {
  readonly words: Words;
  readonly english: () => Promise<Words>;
  readonly shell: ReactNode;
}

/** Starts a face in the page's #root. No top-level await: kernels of older WeChat do not know it. */
export function startFace({ words, english, shell }: Face): void {
  startTheme();
  const root = createRoot(document.getElementById("root") as HTMLElement);
  const show = () =>
    root.render(
      <StrictMode>
        <ErrorBoundary>
          <QueryClientProvider client={queries}>
            <OfflineBar />
            <Suspense fallback={<Loading />}>{shell}</Suspense>
          </QueryClientProvider>
        </ErrorBoundary>
      </StrictMode>,
    );
  // Where English cannot be brought just now it goes on in Chinese.
  startLanguage(words, english).then(show, show);
}
