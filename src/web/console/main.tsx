/** The console 运营后台: the operator's face, for the desktop. */
import "antd/dist/reset.css";
import { startFace } from "../ui/frame.tsx";
import { Shell } from "./shell.tsx";
import { zh } from "./words/zh.ts";

startFace({
  words: zh,
  english: () => import("./words/en.ts").then(({ en }) => en),
  shell: <Shell />,
});
