/** H5 会员: the member's face, for the phone, inside WeChat as well. */
import "../mobile/start.ts";
import "./h5.css";
import { startFace } from "../ui/frame.tsx";
import { askWho } from "../ui/session.tsx";
import { Shell } from "./shell.tsx";
import { startTextSize } from "./textsize.tsx";
import { zh } from "./words/zh.ts";

askWho();
startTextSize();
startFace({
  words: zh,
  english: () => import("./words/en.ts").then(({ en }) => en),
  shell: <Shell />,
});
