/** antd in the colours, the language and the light of the kit. */
import { App, ConfigProvider, theme } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { useTheme } from "../ui/theme.tsx";
import { useSay } from "./say.ts";

const FONT = "var(--ws-font)";
const LIGHT = {
  colorPrimary: "#0f6a68",
  colorPrimaryBg: "#e0f0ef",
  colorPrimaryBgHover: "#cde6e4",
  colorLink: "#0f6a68",
  colorTextPlaceholder: "#6b7678",
  colorTextDescription: "#51656a",
  colorSuccess: "#17663a",
  colorSuccessBg: "#e6f4ec",
  colorWarning: "#8a5300",
  colorWarningBg: "#fff4e0",
  colorError: "#b3261e",
  colorErrorBg: "#fdecea",
  colorInfo: "#0b5cab",
  colorInfoBg: "#e6f1fb",
  fontFamily: FONT,
};
const DARK = {
  colorBgContainer: "#152224",
  colorBgElevated: "#1b2b2d",
  colorBgLayout: "#0d1718",
  colorPrimary: "#1a8380",
  colorPrimaryBg: "#143a3a",
  colorLink: "#5fd0c8",
  colorTextPlaceholder: "#93a5a7",
  colorTextDescription: "#a5b8b9",
  colorSuccess: "#7fd8a3",
  colorSuccessBg: "#12301f",
  colorWarning: "#f3c06b",
  colorWarningBg: "#3a2c11",
  colorError: "#ff9f97",
  colorErrorBg: "#40201d",
  colorInfo: "#8ab8ff",
  colorInfoBg: "#12263d",
  fontFamily: FONT,
};

export function Look({ children }: { readonly children: ReactNode }) {
  const { language } = useSay();
  const isDark = useTheme() === "dark";
  return (
    <ConfigProvider
      locale={language === "zh" ? zhCN : enUS}
      theme={{
        algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: isDark ? DARK : LIGHT,
        components: { Menu: { itemSelectedColor: "var(--ws-brand)" } },
      }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
