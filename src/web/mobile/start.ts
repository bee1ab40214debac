/** antd-mobile's Toast and Dialog render by themselves; here they are told how React 19 does it. */
import { unstableSetRender } from "antd-mobile";
import { createRoot, type Root } from "react-dom/client";
import "./mobile.css";

type Place = (Element | DocumentFragment) & { shownBy?: Root };

unstableSetRender((node, container) => {
  const place = container as Place;
  place.shownBy ??= createRoot(place);
  const root = place.shownBy;
  root.render(node);
  return () => {
    root.unmount();
    return Promise.resolve();
  };
});
