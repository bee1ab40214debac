/**
 * WeChat as the mini program meets it: modules by require, pages on a stack, what wx answers and when. Language
 * and nothing else is there beside it: no URL, no fetch, no window.
 */
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import vm from "node:vm";

const root = new URL("../../miniprogram/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

type Answer = "ok" | "cancel" | "fail";
type Asked = Record<string, unknown> & {
  success?: (result: object) => void;
  fail?: (fault: { errMsg: string }) => void;
};
type Method = (this: PageHere, given?: unknown) => unknown;
interface PageHere {
  readonly route: string;
  data: Record<string, unknown>;
  setData(change: Record<string, unknown>): void;
  [member: string]: unknown;
}

export interface Request {
  readonly url: string;
  readonly method: string;
  readonly data: Record<string, unknown>;
  readonly header: Record<string, string>;
}

/** What is answered to a request; null: the network is gone. */
export type Server = (request: Request) => Promise<{ statusCode: number; data: unknown } | null>;

export interface Circumstances {
  readonly language?: string;
  /** What WeChat Pay and the confirmation of a payout come to, one after the other. */
  readonly answers?: Answer[];
  readonly login?: Answer;
  readonly server?: Server;
  readonly old?: boolean;
}

/** Keys without which WeChat refuses to be asked. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  requestPayment: ["timeStamp", "nonceStr", "package", "paySign"],
  requestMerchantTransfer: ["mchId", "package"],
};
const APP_ID = "wx0123456789abcdef";

export class WeChat {
  /** Whatever was asked of WeChat, in its order. */
  readonly asked: { readonly name: string; readonly with: Record<string, unknown> }[] = [];
  readonly requests: Request[] = [];
  title = "";
  private readonly stack: PageHere[] = [];
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly kinds = new Map<string, Record<string, unknown>>();
  private readonly context = vm.createContext({ setTimeout });
  private readonly pages: readonly string[] = JSON.parse(read("app.json")).pages;
  private app: object | undefined;
  private loading = "";

  constructor(private readonly how: Circumstances = {}) {
    this.module("app.js");
    for (const page of this.pages) {
      this.loading = page;
      this.module(`${page}.js`);
    }
  }

  /** The page that is seen. */
  get page(): PageHere {
    const page = this.stack.at(-1);
    if (page === undefined) throw new Error("no page is open");
    return page;
  }

  get depth(): number {
    return this.stack.length;
  }

  /** Opens the mini program at an address such as a code or a card names. */
  launch(url: string): this {
    for (const page of this.stack.splice(0).reverse()) this.tell(page, "onUnload");
    return this.push(url);
  }

  navigateTo(url: string): this {
    this.tell(this.page, "onHide");
    return this.push(url);
  }

  /** WeChat's own way back; false where there is none. */
  back(): boolean {
    if (this.stack.length < 2) return false;
    const left = this.stack.pop();
    if (left !== undefined) this.tell(left, "onUnload");
    this.tell(this.page, "onShow");
    return true;
  }

  /** What the template of the page is bound to: a tap, an event. */
  async event(name: string, detail: object = {}): Promise<void> {
    const template = read(`${this.page.route}.wxml`).replace(
      /<include src="([^"]+)" \/>/g,
      (_, path: string) => read(posix.join(posix.dirname(this.page.route), path)),
    );
    const bound = new RegExp(`bind\\w+="${name}"`).test(template);
    if (!bound) throw new Error(`nothing in the template of ${this.page.route} calls ${name}`);
    await this.tell(this.page, name, { detail });
  }

  /** The card of the page that is seen, after WeChat has waited for it. */
  async card(): Promise<{ title: string; path: string; first: string }> {
    const card = this.tell(this.page, "onShareAppMessage", { from: "menu" }) as {
      title: string;
      path: string;
      promise: Promise<{ title: string; path: string }>;
    };
    return { ...(await card.promise), first: card.path };
  }

  private push(url: string): this {
    const [path = "", query = ""] = url.split("?");
    const kind = this.kinds.get(path.replace(/^\//, ""));
    if (kind === undefined) throw new Error(`app.json has no page ${path}`);
    const page = {
      ...kind,
      route: path.replace(/^\//, ""),
      data: structuredClone(kind["data"]),
      setData(this: PageHere, change: Record<string, unknown>) {
        for (const [key, value] of Object.entries(change)) {
          if (value === undefined) throw new Error(`setData: ${key} is undefined`);
        }
        Object.assign(this.data, JSON.parse(JSON.stringify(change)));
      },
    } as PageHere;
    this.stack.push(page);
    const pairs = query.split("&").filter((pair) => pair !== "");
    // As they stood in the address: decoding is left to the page.
    this.tell(page, "onLoad", Object.fromEntries(pairs.map((pair) => pair.split("="))));
    this.tell(page, "onShow");
    return this;
  }

  private tell(page: PageHere, name: string, given?: unknown): unknown {
    const method = page[name] as Method | undefined;
    return method?.call(page, given);
  }

  private module(path: string): { exports: unknown } {
    const known = this.modules.get(path);
    if (known !== undefined) return known;
    const module = { exports: {} as unknown };
    this.modules.set(path, module);
    const require = (to: string) => {
      if (!to.startsWith(".")) throw new Error(`${path} requires "${to}", which is no relative path`);
      return this.module(posix.join(posix.dirname(path), to)).exports;
    };
    const source = `(function (require, module, exports, App, Page, getApp, wx) {${read(path)}\n})`;
    const run = vm.runInContext(source, this.context, { filename: path });
    run(require, module, module.exports, this.makeApp, this.makePage, () => this.app, this.wx());
    return module;
  }

  private readonly makeApp = (app: object): void => {
    this.app = app;
  };

  private readonly makePage = (page: Record<string, unknown>): void => {
    this.kinds.set(this.loading, page);
  };

  private wx(): object {
    const { language = "zh_CN", login = "ok", old = false } = this.how;
    return {
      getAppBaseInfo: () => ({ language }),
      getAccountInfoSync: () => ({ miniProgram: { appId: APP_ID } }),
      canIUse: (name: string) => name !== "requestMerchantTransfer" || !old,
      setNavigationBarTitle: ({ title }: { title: string }) => {
        this.title = title;
      },
      login: ({ success, fail }: Asked) => {
        if (login === "ok") setImmediate(() => success?.({ code: "wx-login-code", errMsg: "login:ok" }));
        else setImmediate(() => fail?.({ errMsg: "login:fail" }));
      },
      navigateBack: ({ fail }: Asked = {}) => {
        setImmediate(() => {
          if (!this.back()) fail?.({ errMsg: "navigateBack:fail cannot navigate back at first page." });
        });
      },
      reLaunch: ({ url }: { url: string }) => setImmediate(() => this.launch(url)),
      request: (asked: Asked) => this.request(asked),
      requestPayment: (asked: Asked) => this.ask("requestPayment", asked),
      requestMerchantTransfer: (asked: Asked) => this.ask("requestMerchantTransfer", asked),
    };
  }

  private ask(name: string, { success, fail, ...rest }: Asked): void {
    const missing = (NEEDED[name] ?? []).filter((key) => typeof rest[key] !== "string");
    if (missing.length > 0) throw new Error(`${name}:fail parameter error: ${missing.join()}`);
    this.asked.push({ name, with: rest });
    const answer = this.how.answers?.shift();
    // Nothing left to say: WeChat has been closed, and never answers.
    if (answer === undefined) return;
    setImmediate(() => {
      if (answer === "ok") success?.({ errMsg: `${name}:ok` });
      else fail?.({ errMsg: `${name}:fail${answer === "cancel" ? " cancel" : " system error"}` });
    });
  }

  private request({ success, fail, ...rest }: Asked): void {
    const request = rest as unknown as Request;
    this.requests.push(request);
    const { server = () => Promise.resolve(null) } = this.how;
    void server(request).then((answer) => {
      if (answer === null) fail?.({ errMsg: "request:fail" });
      else success?.(answer);
    });
  }
}

/** Lets everything that is under way come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
}
