/** How the faces are built: one page each, for the browsers that WeChat still carries (scripts/faces.mjs). */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const page = (path: string) => fileURLToPath(new URL(`src/web/${path}`, import.meta.url));

/** Where `npm run web` finds a running server. */
const server = process.env["WELLSPRING_URL"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  root: "src/web",
  base: "/",
  publicDir: false,
  resolve: { dedupe: ["react", "react-dom"] },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: ["es2020", "chrome86", "safari14"],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // Packages mark their modules for servers that render React; here none does.
      onwarn: (warning, warn) => {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
      input: {
        landing: page("index.html"),
        console: page("console/index.html"),
        counter: page("counter/index.html"),
        h5: page("h5/index.html"),
      },
    },
  },
  server: { proxy: { "/v1": server, "/house.json": server } },
});
