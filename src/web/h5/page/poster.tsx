/** Poster 海报: one's own code as a picture to keep, three ways to look, and the link to copy. */
import { Button } from "antd-mobile";
import { useEffect, useState } from "react";
import { inMiniProgram, share } from "../../mobile/miniprogram.ts";
import { useHouse } from "../../ui/house.ts";
import { Loading } from "../../ui/state/loading.tsx";
import { Choice } from "../part/choice.tsx";
import { Head } from "../part/head.tsx";
import { Loaded } from "../part/loaded.tsx";
import { drawPoster, TEMPLATES, type Template } from "../part/posters.ts";
import { useOwnCode } from "../reads.ts";
import { useSay } from "../say.ts";

export default function PosterPage() {
  const say = useSay();
  const query = useOwnCode();
  return (
    <div className="ws-stack">
      <Head title={say("poster.title")} back="/team" />
      <Loaded query={query}>{({ code }) => <Poster code={code} />}</Loaded>
      <p className="ws-soft">{say("poster.rule")}</p>
    </div>
  );
}

function Poster({ code }: { readonly code: string }) {
  const say = useSay();
  const house = useHouse();
  const [template, setTemplate] = useState<Template>("water");
  const [picture, setPicture] = useState<string | null>(null);
  const link = `${window.location.origin}/s/${code}`;
  useEffect(() => {
    // What he shares of the mini program itself then stands under his code as well.
    if (inMiniProgram()) void share(code);
  }, [code]);
  const operator = house?.operator ?? say("app.name");
  useEffect(() => {
    let isOver = false;
    setPicture(null);
    const words = {
      operator,
      title: say("poster.headline"),
      line: say("poster.line"),
      scan: say("poster.scan"),
      notice: say("poster.notice"),
    };
    void drawPoster(template, link, words).then((drawn) => !isOver && setPicture(drawn));
    return () => {
      isOver = true;
    };
  }, [template, link, operator, say]);
  return (
    <>
      <Choice
        label={say("poster.template")}
        value={template}
        choose={setTemplate}
        options={TEMPLATES.map((value) => ({ value, title: say(`poster.${value}`) }))}
      />
      {picture === null ? (
        <Loading lines={6} />
      ) : (
        <img className="h-poster" src={picture} alt={say("poster.alt", { code })} />
      )}
      <p className="ws-soft">{say("poster.save")}</p>
      <CopyLink link={link} />
    </>
  );
}

function CopyLink({ link }: { readonly link: string }) {
  const say = useSay();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    // Missing on plain http and in older browsers: then the link is there to be copied by hand.
    (navigator.clipboard?.writeText(link) ?? Promise.reject(new Error("no clipboard"))).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className="ws-card ws-stack">
      <label className="m-field">
        <span>{say("poster.link")}</span>
        <input readOnly value={link} onFocus={({ target }) => target.select()} />
      </label>
      <Button block onClick={() => void copy()}>
        {say("poster.copy")}
      </Button>
      {copied !== null && (
        <p className="ws-note" role="status">
          {say(copied ? "poster.copied" : "poster.byHand")}
        </p>
      )}
    </section>
  );
}
