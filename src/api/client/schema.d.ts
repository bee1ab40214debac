/** Written by scripts/client.mjs from the server's document; changed there, never here. */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated

export interface paths {
    "/v1/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code to a phone 发送验证码 */
        post: operations["sendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by phone and code 会员登录 */
        post: operations["signInMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as staff 人员登录 */
        post: operations["signInStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is asking 当前身份 */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Sign out 退出登录 */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book orders 提交指令
         * @description One order, or a list of them booked in its order. The order's own id makes it safe to repeat: the same id with the same body gets the same answer. Alone, a refusal is a problem; in a list each answer says what it is. 一笔或一列指令，按次序入账；编号相同、内容相同即同一答复。
         */
        post: operations["submitOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The answer an order got 查一笔指令的答复 */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an order would come to 试算一笔指令
         * @description The journal it would be booked with now, at the price of this moment. 此刻入账会成为的凭证，按此刻价格。
         */
        post: operations["quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a test cell under a plan 以章程开试验单元
         * @description With an Idempotency-Key its number follows from key and body: asked again, it is the same cell. 带 Idempotency-Key 时，同键同文得到同一单元。
         */
        post: operations["createCell"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cells/{cell}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything in the book of a cell 单元账簿的全部结果
         * @description As `replay` prints it (RULES section 7), without what was refused. 与回放的结果相同，不含拒绝。
         */
        get: operations["getResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description What to decide on 程序据此判断 */
            code: string;
            field?: string;
            detail_zh: string;
            detail_en: string;
            /** @description Whether the same request may succeed later 同一请求以后可否成功 */
            retry?: boolean;
            request_id?: string;
            faults?: {
                field: string;
                rule: string;
            }[];
        };
        Order: {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "join";
            member: string;
            sponsor?: string | null;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "open_store";
            merchant: string;
            owner: string;
            region: string;
            /**
             * @description Percent, below 100% 百分比
             * @example 12%
             */
            take?: string;
            recruiter?: string;
            goods?: boolean;
            feed?: string;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "appoint";
            member: string;
            region: string;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "purchase";
            member: string;
            merchant: string;
            /** @description Integer fen 整数分 */
            amount_fen: number;
            /** @description Integer fen 整数分 */
            cost_fen?: number;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "redeem";
            member: string;
            /** @description Points, or "all" 积分，或 "all" */
            points: string;
            /** @description Integer fen 整数分 */
            min_proceeds_fen?: number;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "inject";
            /** @description Integer fen 整数分 */
            amount_fen: number;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "release";
            /** @description Integer fen 整数分 */
            amount_fen: number;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "refund";
            purchase: string;
            /** @description Integer fen 整数分 */
            amount_fen: number;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "wind_up";
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "publish";
            feed?: string;
            plan: {
                [key: string]: unknown;
            };
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "dismiss";
            region: string;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "bind";
            member: string;
            sponsor: string;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "correct_sponsor";
            member: string;
            sponsor: string | null;
            case: string;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "withdraw";
            member: string;
            /** @enum {string} */
            source: "wallet" | "commission";
            /** @description Integer fen 整数分 */
            amount_fen: number;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "pay_out";
            withdrawal: string;
        } | {
            /** @description The order's own id, unique in its book 指令编号，在账簿内唯一 */
            id: string;
            /** @description Business time with offset 带时区的业务时间 */
            at?: string;
            /** @constant */
            kind: "return_withdrawal";
            withdrawal: string;
        };
        Booked: {
            /** @constant */
            status: "booked";
            id: string;
            /** @description Number of the journal in its cell 凭证号 */
            seq: number;
            /** @description Whether it had been booked before 是否早已入账 */
            repeated: boolean;
            journal?: {
                [key: string]: unknown;
            };
        };
        Refused: {
            /** @constant */
            status: "refused";
            id: string;
            code: string;
            field: string;
            retry: boolean;
            detail_zh: string;
            detail_en: string;
        };
        Malformed: {
            /** @constant */
            status: "malformed";
            /** @constant */
            code: "malformed";
            field: string | null;
        };
        Failed: {
            /** @constant */
            status: "failed";
            id: string;
            /** @constant */
            code: "internal";
            retry: boolean;
        };
        Answer: components["schemas"]["Booked"] | components["schemas"]["Refused"] | components["schemas"]["Malformed"] | components["schemas"]["Failed"];
        Who: {
            /** @enum {string} */
            kind: "staff" | "person" | "machine" | "public";
            id: string | null;
            name: string | null;
            roles: string[];
            member: string | null;
            stores: {
                merchant: string[];
                clerk: string[];
            };
            regions: string[];
            scopes: string[];
        };
        SessionOpened: {
            who: components["schemas"]["Who"];
            /** Format: date-time */
            expires_at: string;
            /** @description Whether this made a new member 是否新会员 */
            joined: boolean;
            /** @description Only where `carry` is token 仅在 carry 为 token 时 */
            token?: string;
        };
        Quoted: {
            /** @constant */
            status: "quoted";
            journal: {
                [key: string]: unknown;
            };
        };
        Result: {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sendCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                };
            };
        };
        responses: {
            /** @description Answer 答复 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        again_at: string;
                    };
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                    code: string;
                    /**
                     * @description How the session is kept: a browser's cookie, or a bearer token 会话的携带方式
                     * @default cookie
                     * @enum {string}
                     */
                    carry?: "cookie" | "token";
                };
            };
        };
        responses: {
            /** @description Answer 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOpened"];
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                    /** @default  */
                    totp?: string;
                    /**
                     * @description How the session is kept: a browser's cookie, or a bearer token 会话的携带方式
                     * @default cookie
                     * @enum {string}
                     */
                    carry?: "cookie" | "token";
                };
            };
        };
        responses: {
            /** @description Answer 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOpened"];
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Who"];
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer 答复 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitOrders: {
        parameters: {
            query?: {
                /** @description Another cell than the operator's own 另一单元 */
                cell?: string;
                /** @description Whether answers carry the journal; by default only that of a single order 答复是否附凭证 */
                journal?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Order"] | components["schemas"]["Order"][];
            };
        };
        responses: {
            /** @description Answer 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booked"] | components["schemas"]["Answer"][];
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: {
                /** @description Another cell than the operator's own 另一单元 */
                cell?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booked"];
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quote: {
        parameters: {
            query?: {
                /** @description Another cell than the operator's own 另一单元 */
                cell?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Order"];
            };
        };
        responses: {
            /** @description Answer 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quoted"];
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCell: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A plan as in RULES section 7 章程 */
                    plan: {
                        [key: string]: unknown;
                    };
                    /** @default test */
                    name?: string;
                    /**
                     * @description Whether business time comes with the orders or from the clock 业务时间从何而来
                     * @default orders
                     * @enum {string}
                     */
                    clock?: "orders" | "live";
                };
            };
        };
        responses: {
            /** @description Answer 答复 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cell: string;
                    };
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cell: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Result"];
                };
            };
            /** @description Problem 拒绝或错误 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
