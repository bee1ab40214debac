/** How the faces are built: one page each, for the browsers that WeChat still carries (scripts/faces.mjs). */
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const page = (path: string) => fileURLToPath(new URL(`src/web/${path}`, import.meta.url));

/** Where `npm run web` finds a running server. */
const server = process.env["WELLSPRING_URL"] ?? "http://127.0.0.1:8080";

/** In development an address of a face that is no file is that face's page, as the server does it. */
const pagesByAddress: Plugin = {
  name: "pages by address",
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      const [, face] = /^\/(console|counter|h5)(?:\/[^.]*)?(?:\?.*)?$/.exec(request.url ?? "") ?? [];
      if (face !== undefined) request.url = `/${face}/index.html`;
      next();
    });
  },
};

export default defineConfig({
  root: "src/web",
  base: "/",
  publicDir: false,
  plugins: [pagesByAddress],
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
  server: { proxy: { "/v1": server, "/s/": server, "/docs": server, "/house.json": server } },
});
