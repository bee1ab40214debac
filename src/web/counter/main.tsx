/** The counter 商户柜台: the face of merchants and clerks, for phone and desktop. */
import "../mobile/start.ts";
import { startFace } from "../ui/frame.tsx";
import "./counter.css";
import { Shell } from "./shell.tsx";
import { zh } from "./words/zh.ts";

startFace({
  words: zh,
  english: () => import("./words/en.ts").then(({ en }) => en),
  shell: <Shell />,
});
