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
        /**
         * Sign in by phone and code 会员登录
         * @description The first time makes a member, under the sponsor of the code he came by. 首次登录即成为会员，凭码锁定推荐人。
         */
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
    "/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one's own password; other sessions end 修改密码，其他登录失效 */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/logins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own sign-ins, newest first 登录记录 */
        get: operations["listLogins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in 已登录的设备 */
        get: operations["listDevices"];
        put?: never;
        post?: never;
        /** Sign out everywhere else 退出其他设备 */
        delete: operations["signOutElsewhere"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one agreed to and took back 同意记录 */
        get: operations["listConsents"];
        put?: never;
        /** Agree to a text, or take it back 同意或撤回 */
        post: operations["recordConsent"];
        delete?: never;
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
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments, the newest first 收款列表
         * @description A member sees his own, a store those with it (name it by `merchant`), a clerk those he began. 会员看本人的，门店看本店的（用 merchant 指明），店员看自己发起的。
         */
        get: operations["listPayments"];
        put?: never;
        /**
         * Begin a payment 发起付款
         * @description What the book would refuse is refused before anybody pays. The purchase is booked when the channel says that it was paid. A member who pays by himself has seen the disclosure and consented to it before. 账簿会拒绝的，先行拒绝；渠道确认收款后入账。会员自己付款前须已阅读会员须知并记录同意。
         */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a payment stands 查一笔付款 */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a payment up before it is paid 撤销未付的付款 */
        post: operations["cancelPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask at the counter for an amount, to be shown as a code 生成收款码
         * @description Good for ten minutes; the first member who pays it is its payer. 十分钟有效，先付者为付款人。
         */
        post: operations["createPaymentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/requests/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a code asks for, and how it stands 查收款码 */
        get: operations["getPaymentRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/requests/{code}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay what a code asks for 付收款码
         * @description Of those who pay at once one is the payer; the others are told so and pay nothing. The payer has seen the disclosure and consented to it before. 同时付款者只有一人成为付款人，其余不扣款。付款前须已阅读会员须知并记录同意。
         */
        post: operations["payPaymentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/requests/{code}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a code up before it is paid 撤销收款码 */
        post: operations["cancelPaymentRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/pay-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment code to show at the counter, for one payment 付款码 */
        get: operations["getPayCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels/demo/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message of the demo channel 演示渠道的通知
         * @description Signed with Ed25519 over time, nonce and body; each is taken once. 对时间、随机串与正文签名，每条只收一次。
         */
        post: operations["notifyDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels/demo/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay, or decline, at the demo channel 在演示渠道付款或拒付
         * @description Stands for the payer's own page at a channel. No money moves; only a demo has it. 代替渠道的付款页；不动真钱，只在演示中可用。
         */
        post: operations["payDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Purchases, the newest first 消费列表
         * @description A member sees his own, a store those with it (name it by `merchant`), a clerk those he took. 会员看本人的，门店看本店的（用 merchant 指明），店员看自己经手的。
         */
        get: operations["listPurchases"];
        put?: never;
        /**
         * Book a purchase paid at the till 门店收款入账
         * @description For tills and clerks who have taken the money. The id says who took it. 供收银系统与店员，款已收讫。
         */
        post: operations["createPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A purchase as it stands 查一笔消费 */
        get: operations["getPurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where every fen of a purchase went 分账单 */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchases/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a purchase, whole or in part 退款
         * @description A clerk refunds what he took himself, within his limit. 店员只退自己经手的，且不超过限额。
         */
        post: operations["refundPurchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeem points 赎回积分
         * @description Ask `/v1/quotes` first; with `min_proceeds_fen` nothing is redeemed when the price has moved below it. 先试算；价格已变、低于所定最低数时不赎回。
         */
        post: operations["redeem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Withdrawals, the newest first 提现列表 */
        get: operations["listWithdrawals"];
        put?: never;
        /**
         * Ask for money out of the wallet or the commissions 申请提现
         * @description The money is held in the book until it is paid or goes back. The payee is the member himself: his own card on record, or his own account at a channel. 申请后款项先冻结；只能提到会员本人名下。
         */
        post: operations["applyForWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a withdrawal back before anybody has approved it 撤回提现 */
        post: operations["cancelWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawal-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many withdrawals stand in each state 各状态的提现数 */
        get: operations["getWithdrawalTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a withdrawal stands 查一笔提现 */
        get: operations["getWithdrawal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a withdrawal; a large one takes two officers 批准提现 */
        post: operations["approveWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a withdrawal and say why; the money goes back 驳回提现 */
        post: operations["rejectWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay an approved withdrawal 支付提现
         * @description With a voucher it has been paid by hand; without one it goes by its channel. 有凭证号即已人工打款；否则经渠道。
         */
        post: operations["payWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/withdrawals/{id}/destination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name and whole card of an approved withdrawal, to pay it by hand; logged 查看收款账号
         * @description A write, for each look stands in the operation log. 每次查看都记入操作日志，因此用 POST。
         */
        post: operations["readWithdrawalDestination"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/injections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Injections and releases, newest first 注资与余留释放，新的在前 */
        get: operations["listInjections"];
        put?: never;
        /**
         * Ask for an injection into the pool 申请注资
         * @description Nothing moves until another officer has approved it at /v1/approvals; then it is announced and booked day by day. 须另一位人员复核；公告期满后逐日入账。
         */
        post: operations["askInjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a release of the remainder 申请释放余留
         * @description Nothing moves until another officer has approved it at /v1/approvals; then it is announced and booked day by day. 须另一位人员复核；公告期满后逐日入账。
         */
        post: operations["askRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans that come along, to begin with 预设章程 */
        get: operations["listPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a draft would come to; nothing is kept 试算章程，不保存 */
        post: operations["getPlanFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that were uploaded and are still kept 已上传的文件 */
        get: operations["listUploads"];
        put?: never;
        /**
         * Upload a file of orders 上传订单文件
         * @description CSV or TSV as it is, up to 200 MB, as text/csv. The same file again is the same upload. 原样的 CSV/TSV，至多 200 MB；同一文件重复上传仍为同一份。
         */
        post: operations["uploadOrders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first rows, and which column would be read as what 预览与列的识别 */
        get: operations["previewUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations/worlds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Worlds to simulate a plan in 推演的世界 */
        get: operations["listWorlds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Simulations and backtests, the newest first 推演列表 */
        get: operations["listSimulations"];
        put?: never;
        /**
         * Simulate a plan, or backtest it on a file 推演或回测
         * @description Done one after the other; look at it, or at its job. 逐个进行；查本条或其任务。
         */
        post: operations["askSimulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A simulation with its progress or its figures 查一次推演 */
        get: operations["getSimulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report as a page, charts included 推演报告页 */
        get: operations["getSimulationReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans by name, the newest version first 章程列表 */
        get: operations["listPlans"];
        put?: never;
        /**
         * Write a draft of a plan 起草章程
         * @description Over a draft that nobody has signed it may be written again; what was checked is void then. 无人签署前可重写，重写后须重新检查。
         */
        post: operations["draftPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{name}/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A plan with its check and signatures 查一份章程 */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{name}/{version}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a draft against the rules of publishing 检查章程
         * @description What the verdict's conditions want recorded (filing numbers, dates) comes with it. 检查结果所列条件（备案号、日期等）随此提交。
         */
        post: operations["checkPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{name}/{version}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a checked plan; two officers make it signed 签署章程
         * @description By the hash of what was read. Where it pays a second level, an owner or risk officer acknowledges the risk text first, by its hash. 按所读文本的哈希签署；含第二级奖励的，先由负责人或风控确认风险文本。
         */
        post: operations["signPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{name}/{version}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce a signed plan, and from when it holds 公布章程 */
        post: operations["publishPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{name}/{version}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a plan back that is not in force yet, and say why 撤回章程 */
        post: operations["withdrawPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Journals, the newest first 凭证列表 */
        get: operations["listJournals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journals/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A journal by its number 查一张凭证 */
        get: operations["getJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account's rows with the balance after each 科目流水 */
        get: operations["getAccountHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts by kind, and that nothing is missing 试算平衡 */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest proof 最新的证明 */
        get: operations["getProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proofs by day, the newest first 历日证明 */
        get: operations["listProofs"];
        put?: never;
        /**
         * Make the proof of today now 立即出具当日证明
         * @description A later one of the same day takes the place of the earlier. 同一日以最后一份为准。
         */
        post: operations["makeProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every member must see before the first order 会员须知 */
        get: operations["getDisclosure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price of a point as it went 积分价格的经过
         * @description Booked pairs of cash and points, picked evenly; what was says nothing of what will be. 均匀取自已入账的凭证；过往不预示将来。
         */
        get: operations["getPriceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Limits, times and channels that hold for everybody 业务条件 */
        get: operations["getTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** User agreement, privacy policy, referral rules 用户协议、隐私政策、推荐规则 */
        get: operations["listAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/texts/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A text that somebody agreed to, as it was shown 当时所示的原文 */
        get: operations["getText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disclosure/spread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What share of the members got how much of their spend 会员所得分布 */
        get: operations["getMemberSpread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member got of his spend, and his group 会员所得占消费额 */
        get: operations["getStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Divisions in the order of their codes 行政区划 */
        get: operations["listRegions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom a code on a poster stands for 推荐码所指
         * @description Who joins by it is locked to them. Members are shown masked. 凭码加入即锁定；会员信息打码。
         */
        get: operations["getCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members, masked, newest first 会员名单，打码
         * @description A store sees those locked to its owner. Phones and real names are sealed: a phone is found whole, a name by how the name begins that the member gave. 门店只见锁定的会员；手机号须完整，姓名按昵称开头。
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Register a member by phone 登记会员
         * @description A store's own code locks a new member to its owner; who is a member already is left as he is. 门店登记的新会员锁定于店主；已是会员的只找回，不改动。
         */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member 会员 */
        get: operations["getMember"];
        put?: never;
        post?: never;
        /**
         * Erase a member's personal data 注销会员
         * @description The book keeps its entries under the bare id. Refused while points, money, purchases or duties are left. 账簿只留编号；还有积分、余额、提现、待结消费或职务时不予注销。
         */
        delete: operations["eraseMember"];
        options?: never;
        head?: never;
        /**
         * Name and identity of a member 修改姓名与实名信息
         * @description Real name, ID and bank card are sealed; only their masks are shown. 实名信息加密存放，只显示掩码。
         */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/v1/members/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's own code 会员的推荐码 */
        get: operations["getMemberCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member holds 会员的余额与积分 */
        get: operations["getBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/lots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lots of a member 会员的批次 */
        get: operations["listLots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of one of a member's accounts 会员账户流水 */
        get: operations["getMemberHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/commissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's commissions with their sums, the newest first 推荐奖励明细 */
        get: operations["listCommissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a member's points and money 消息
         * @description Made of what was booked; none is sent twice, none is lost. 由已入账之事得出，不重不漏。
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members one and two levels below 会员的下级，至多两级 */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/bind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock a member without sponsor by a code 凭码锁定推荐人 */
        post: operations["bindMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/sponsor-corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask that a member be moved to the sponsor who was wronged 申请更正推荐人
         * @description A case must decide it, and another officer approve it. 须有裁决案号，并经另一位人员复核。
         */
        post: operations["askSponsorCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything known of a member, as JSON 导出会员的全部信息 */
        get: operations["exportMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stores 门店名单 */
        get: operations["listStores"];
        put?: never;
        /** Open a store 开店 */
        post: operations["openStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A store 门店 */
        get: operations["getStore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the words about a store 修改门店资料
         * @description Owner, region and take are the book's contract and stay. 店主、区划与抽成是合同，不在此改。
         */
        patch: operations["changeStore"];
        trace?: never;
    };
    "/v1/stores/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Flow of what is due to a store 门店应付流水
         * @description A clerk sees the purchases he took himself. 店员只见自己经手的消费。
         */
        get: operations["getStoreHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A store's statement by day 门店对账单 */
        get: operations["getStoreStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members locked to a store's owner, masked 锁定会员，打码 */
        get: operations["listStoreMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/cross-earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What locked members spent here and elsewhere, in sums 跨界盈利汇总 */
        get: operations["getCrossEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A store's code, for its poster 门店码 */
        get: operations["getStoreCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/clerks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clerks of a store, masked 店员名单，打码 */
        get: operations["listClerks"];
        put?: never;
        /** Take a clerk on, by phone 添加店员 */
        post: operations["addClerk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/clerks/{clerk}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a clerk go; open sessions end 移除店员，登录随即失效 */
        delete: operations["removeClerk"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of a store's tills 收银密钥 */
        get: operations["listStoreKeys"];
        put?: never;
        /** Make a key for a till 新建收银密钥 */
        post: operations["createStoreKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key 吊销密钥 */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Agents and their filings 代理与备案 */
        get: operations["listAgents"];
        put?: never;
        /**
         * Appoint the agent of a division 任命区划代理
         * @description Not before the franchise is filed, disclosed for thirty days, and the cooling-off over. 须已备案、信息披露满三十日、冷静期已过。
         */
        post: operations["appointAgent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{region}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End an agency 终止代理 */
        delete: operations["dismissAgent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a second pair of eyes 待复核事项 */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve what was read, and have it done 批准并办理 */
        post: operations["approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject, and say why 驳回，写明理由 */
        post: operations["reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The operator's staff 运营方人员 */
        get: operations["listStaff"];
        put?: never;
        /** Appoint a member of staff 新增人员 */
        post: operations["createStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Roles, closing, a lost password 修改角色、停用或重设密码
         * @description Every open session of theirs ends. 其登录随即失效。
         */
        patch: operations["changeStaff"];
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Machine keys 机器密钥 */
        get: operations["listKeys"];
        put?: never;
        /** Make a key; it is shown once 新建密钥，只显示一次 */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The operation log 操作日志 */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks 回调名单 */
        get: operations["listWebhooks"];
        put?: never;
        /** Make a webhook; its secret is shown once 新建回调，密钥只显示一次 */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a webhook with its log 删除回调及其记录 */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, start it again, renew its secret 修改、重启或换密钥 */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of a webhook, newest first 投递记录 */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a webhook everything again from a journal on 自某张凭证起重新投递
         * @description `queued`: of those in the log; others are made again from the journals. 未在记录中的由凭证重新生成。
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery again 重新投递 */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job has come 任务进度 */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a job up 取消任务 */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Settings of everyday trade 业务设置 */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change settings, all or none of them 修改设置，全成或全不成 */
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of some days beside those before, and what waits 首页概览 */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of each day, 400 at most 逐日数据 */
        get: operations["listDayFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stores by turnover, purchases, take or members locked 门店排行 */
        get: operations["rankStores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview/divisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Turnover by province, city and district 按区划的消费额 */
        get: operations["listDivisionTurnover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a member's sponsor came and went, newest first 锁客记录 */
        get: operations["listLocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a member is signed in 会员登录的设备 */
        get: operations["listMemberDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member agreed to and took back 会员的同意记录 */
        get: operations["listMemberConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/purchase-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the purchases of a filter come to 消费合计
         * @description A member sees his own, a store those with it (name it by `merchant`), a clerk those he took. 会员看本人的，门店看本店的（用 merchant 指明），店员看自己经手的。
         */
        get: operations["getPurchaseTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a store took today, by channel and clerk 门店今日
         * @description A clerk sees what he took himself. 店员只见自己经手的。
         */
        get: operations["getStoreToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shifts of a store, newest first 交班记录
         * @description Of what was taken a clerk sees the sums and his own part. 店员见合计与自己经手的部分。
         */
        get: operations["listShifts"];
        put?: never;
        /**
         * Open a shift, where none is open 开班
         * @description It begins where the one before ended: every purchase and refund is of exactly one. 紧接上一班，每笔只归一班。
         */
        post: operations["openShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/shifts/{n}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a shift; its figures stand still 交班，数据定格 */
        post: operations["closeShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exports, the newest first 导出记录 */
        get: operations["listExports"];
        put?: never;
        /**
         * Have a list made into a file 导出列表
         * @description Personal data is masked. A store exports what is its own. 个人信息打码；门店只导出本店的。
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an export has come 导出进度 */
        get: operations["getExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an export up 取消导出 */
        post: operations["cancelExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file itself, for seven days 下载文件，保留七天 */
        get: operations["getExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own preferences 个人偏好 */
        get: operations["getPreferences"];
        /** Put down one's own preferences in place of those before 保存个人偏好 */
        put: operations["putPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Money that differs from what was asked is to go back 金额不符，判定退回 */
        post: operations["judgePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/refunded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Money that could not be booked has been sent back 已退回付款人
         * @description Sent outside this house; the voucher says how. 在本系统之外退回，写明凭证号。
         */
        post: operations["settlePaymentRefund"];
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
        MemberLine: {
            id: string;
            /** @description Masked, but for those who may see it 打码，有权者除外 */
            name: string | null;
            phone: string | null;
            active: boolean;
            erased: boolean;
            sponsor: string | null;
            /** @description Whose purchase locked him 锁客门店 */
            store: string | null;
            /** @description ISO 8601 */
            joined_at: string;
            /** @description For staff alone 仅运营方可见 */
            purchases: number | null;
            spend_fen: number | null;
            last_at: string | null;
            /** @description For those who may see balances 有权看余额者可见 */
            points: string | null;
            worth_fen: number | null;
            wallet_fen: number | null;
            commission_fen: number | null;
        };
        Member: {
            id: string;
            /** @description Id of the person; null for the book's alone 个人编号 */
            person: string | null;
            /** @description Masked, but for those who may see it 打码，有权者除外 */
            name: string | null;
            phone: string | null;
            active: boolean;
            erased: boolean;
            sponsor: string | null;
            /** @description Null until the book has taken it 未入账为空 */
            joined_at: string | null;
            /** @description Whether he has seen the disclosure 是否已阅读会员须知 */
            disclosure_seen: boolean;
            /** @description Real name, ID and card, masked 实名信息，打码 */
            identity: {
                [key: string]: string;
            } | null;
            /** @description How the sponsor came and went 推荐人变更 */
            sponsors: {
                seq: number;
                /** @enum {string} */
                kind: "join" | "bind" | "lock" | "correct_sponsor";
                from: string | null;
                to: string | null;
                /** @description ISO 8601 */
                at: string;
                case: string | null;
            }[] | null;
        };
        Balances: {
            member: string;
            /** @description Points with 8 decimals 八位小数的积分 */
            points: string;
            /** @description At the price of this moment 按此刻价格 */
            worth_fen: number;
            /** @description Redeemed this moment; a fact of the book, no promise 此刻赎回可得，非承诺 */
            receive_fen: number;
            /** @description Integer fen 整数分 */
            wallet_fen: number;
            /** @description Integer fen 整数分 */
            commission_fen: number;
            /** @description Integer fen 整数分 */
            frozen_fen: number;
            /** @description Integer fen 整数分 */
            withdrawal_fen: number;
            frozen: {
                purchase: string;
                /** @description Integer fen 整数分 */
                amount_fen: number;
                thaws_at: string | null;
            }[];
        };
        Lot: {
            seq: number;
            ceased: boolean;
            /** @description Points with 8 decimals 八位小数的积分 */
            points: string;
            /** @description Points with 8 decimals 八位小数的积分 */
            points_at_first: string;
            /** @description Integer fen 整数分 */
            worth_fen: number;
            /** @description Integer fen 整数分 */
            receive_fen: number;
            /** @description A ceiling, not a goal 上限，不是目标 */
            cap_fen: number;
            /** @description Price at which it must leave 强制退出价 */
            trigger: string | null;
            distance_ppm: number | null;
            purchases: number;
            /** @description Integer fen 整数分 */
            cost_fen: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            /** @description Integer fen 整数分 */
            got_fen: number;
            opened_at: string | null;
        };
        Movement: {
            seq: number | null;
            order: string;
            kind: string;
            step: string;
            /** @description Fen as integer, points as text; below zero what went out 分或积分 */
            amount: number | string;
            /** @description After this row 本行之后的余额 */
            balance: (number | string) | null;
            counter: string | null;
            /** @description ISO 8601 */
            at: string;
        };
        Store: {
            id: string;
            name_zh: string;
            name_en: string | null;
            address: string;
            phone: string | null;
            /** @description For staff and the store itself 运营方与本店可见 */
            owner: string | null;
            region: string;
            region_path: string[];
            /** @description Null: the plan's 空即按章程 */
            take: string | null;
            goods: boolean;
            /** @enum {string} */
            state: "opening" | "open" | "refused";
            reason: string | null;
            /** @description ISO 8601 */
            created_at: string;
        };
        Code: {
            code: string;
            /** @enum {string} */
            kind: "store" | "member";
            target: string;
            /** @description ISO 8601 */
            created_at: string;
        };
        Device: {
            /** @description ISO 8601 */
            created_at: string;
            /** @description ISO 8601 */
            last_seen_at: string;
            ip: string | null;
            agent: string | null;
        };
        Consent: {
            id: string;
            purpose: string;
            text_id: string;
            text_hash: string;
            /** @description False: taken back 撤回 */
            given: boolean;
            /** @description ISO 8601 */
            at: string;
        };
        PaymentBooked: {
            /** @description Granted; null while the purchase waits 发放的积分 */
            points: string | null;
            /** @description When a waiting purchase settles 待结的结算时间 */
            settles_at: string | null;
            /** @description At which the points were reckoned: pool cash over points out 入账时的价格 */
            price: {
                /** @description Integer fen 整数分 */
                cash_fen: number;
                /** @description Points with 8 decimals 八位小数的积分 */
                points: string;
                shown: string;
            };
            /** @description The sponsor this payment locked him to 由此锁定的推荐人 */
            locked: string | null;
        };
        Payment: {
            id: string;
            /**
             * @description created → paying → paid → booked 待付 → 付款中 → 已付 → 已入账
             * @enum {string}
             */
            state: "created" | "paying" | "paid" | "booked" | "cancelled" | "expired" | "failed" | "mismatch" | "refund_due" | "refunded";
            member: string;
            merchant: string;
            /** @description Integer fen 整数分 */
            amount_fen: number;
            channel: string;
            /** @description ISO 8601 */
            created_at: string;
            /** @description ISO 8601 */
            expires_at: string;
            paid_at: string | null;
            paid_fen: number | null;
            /** @description Id of the purchase it becomes 所成消费的编号 */
            purchase: string;
            /** @description Number of its journal 凭证号 */
            seq: number | null;
            reason: string | null;
            /** @description No real money moves by it 演示，不动真钱 */
            demo: boolean;
            /** @description What it became, once it is booked; where one payment is asked for 入账结果 */
            booked: components["schemas"]["PaymentBooked"] | null;
        };
        Purchase: {
            id: string;
            seq: number;
            /** @enum {string} */
            state: "pending" | "settled" | "refunded";
            member: string;
            merchant: string;
            /** @description ISO 8601 */
            at: string;
            /** @description Integer fen 整数分 */
            amount_fen: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            refunds: number;
            /** @description When a pending one settles 待结的结算时间 */
            settles_at: string | null;
            /** @description What was split 分账的金额 */
            settled_fen: number | null;
            /** @description Of it due to the store 其中门店应得 */
            due_fen: number | null;
            points: string | null;
            points_left: string | null;
            /** @description Points with 8 decimals 八位小数的积分 */
            points_sold: string;
            /** @description What the points sold brought 已兑积分所得 */
            got_fen: number;
            lot: number | null;
            /** @description `till`, a payment channel, or null 收银、支付渠道，或无 */
            channel: string | null;
            /** @description Who took it; for the store and staff 经手人，门店与运营方可见 */
            taken_by: string | null;
            /** @description Masked 打码 */
            member_name: string | null;
            /** @description Masked 打码 */
            member_phone: string | null;
        };
        Withdrawal: {
            id: string;
            /**
             * @description applied → approved → sent → paid 已申请 → 已批准 → 已发出 → 已到账
             * @enum {string}
             */
            state: "requested" | "refused" | "applied" | "first_approved" | "approved" | "rejected" | "cancelled" | "sent" | "awaiting_member" | "paid" | "failed" | "expired";
            member: string;
            /** @enum {string} */
            source: "wallet" | "commission";
            /** @description Integer fen 整数分 */
            amount_fen: number;
            tax_fen: number | null;
            net_fen: number | null;
            way: string;
            /** @description Masked 打码 */
            payee: string;
            /** @description How many officers it takes 须几人审核 */
            officers: number;
            /** @description ISO 8601 */
            created_at: string;
            first_by: string | null;
            approved_by: string | null;
            decided_by: string | null;
            decided_at: string | null;
            reason: string | null;
            paid_by: string | null;
            paid_at: string | null;
            voucher: string | null;
            held_seq: number | null;
            settled_seq: number | null;
        };
        WithdrawalLine: {
            id: string;
            /**
             * @description applied → approved → sent → paid 已申请 → 已批准 → 已发出 → 已到账
             * @enum {string}
             */
            state: "requested" | "refused" | "applied" | "first_approved" | "approved" | "rejected" | "cancelled" | "sent" | "awaiting_member" | "paid" | "failed" | "expired";
            member: string;
            /** @enum {string} */
            source: "wallet" | "commission";
            /** @description Integer fen 整数分 */
            amount_fen: number;
            tax_fen: number | null;
            net_fen: number | null;
            way: string;
            /** @description Masked 打码 */
            payee: string;
            /** @description How many officers it takes 须几人审核 */
            officers: number;
            /** @description ISO 8601 */
            created_at: string;
            first_by: string | null;
            approved_by: string | null;
            decided_by: string | null;
            decided_at: string | null;
            reason: string | null;
            paid_by: string | null;
            paid_at: string | null;
            voucher: string | null;
            held_seq: number | null;
            settled_seq: number | null;
            /** @description Masked 打码 */
            member_name: string | null;
            /** @description Masked 打码 */
            member_phone: string | null;
        };
        Approval: {
            id: string;
            /** @enum {string} */
            kind: "plan" | "injection" | "sponsor_correction" | "withdrawal";
            subject: string;
            /** @description What was asked 所申请的内容 */
            payload: unknown;
            /** @description What the second officer approves 复核内容的哈希 */
            payload_hash: string;
            /** @enum {string} */
            state: "asked" | "approved" | "rejected" | "done" | "expired";
            asked_by: string;
            /** @description ISO 8601 */
            asked_at: string;
            /** @description ISO 8601 */
            expires_at: string;
            decided_by: string | null;
            decided_at: string | null;
            reason: string | null;
            /** @description Why the book no longer took it; null where it did 未能办理的原因 */
            outcome: {
                code: string;
                zh: string;
                en: string;
            } | null;
        };
        Key: {
            id: string;
            name: string;
            /** @description Its last four characters 末四位 */
            hint: string;
            scopes: string[];
            store: string | null;
            created_by: string;
            /** @description ISO 8601 */
            created_at: string;
            last_used_at: string | null;
            revoked_at: string | null;
        };
        KeyMade: {
            id: string;
            /** @description Shown once 只显示一次 */
            key: string;
        };
        Webhook: {
            id: string;
            url: string;
            /** @description Empty: every event 空即全部 */
            events: string[];
            active: boolean;
            disabled_reason: string | null;
            from_seq: number;
            /** @description Journals up to here have become deliveries 已转投递到的凭证号 */
            told_seq: number;
            failures: number;
            failing_since: string | null;
            old_secret_until: string | null;
            /** @description ISO 8601 */
            created_at: string;
            /** @description Shown once 只显示一次 */
            secret?: string;
        };
        Delivery: {
            id: string;
            webhook: string;
            seq: number;
            event: string;
            body: string;
            /** @enum {string} */
            state: "queued" | "sending" | "delivered" | "dead";
            tries: number;
            next_at: string | null;
            last_status: number | null;
            last_error: string | null;
            /** @description ISO 8601 */
            created_at: string;
            delivered_at: string | null;
        };
        Job: {
            id: string;
            kind: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            tries: number;
            /** @description ISO 8601 */
            run_at: string;
            done: number;
            total: number | null;
            seconds_left: number | null;
            error: string | null;
            result: unknown;
            /** @description ISO 8601 */
            created_at: string;
            finished_at: string | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description What to decide on 程序据此判断 */
            code: string;
            field?: string;
            /** @description How it stands now 现在的状态 */
            stands?: string;
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
        Agent: {
            id: string;
            /**
             * @description Division code 区划代码
             * @example 440305
             */
            region: string;
            member: string;
            /** @description Filing of the franchise 特许经营备案号 */
            filing_number: string;
            disclosed_on: string;
            cooling_off_until: string;
            /** @enum {string} */
            state: "asked" | "appointed" | "refused" | "ending" | "ended";
            reason: string | null;
            created_by: string;
            /** @description ISO 8601 */
            created_at: string;
            appointed_seq: number | null;
            ended_at: string | null;
            ended_seq: number | null;
        };
        Agreement: {
            /** @description Such as user@1, for a consent's text_id 同意时的文本编号 */
            id: string;
            /** @enum {string} */
            kind: "user" | "privacy" | "referral";
            version: number;
            dated: string;
            title_zh: string;
            title_en: string;
            text_zh: string;
            text_en: string;
            sha256_zh: string;
            sha256_en: string;
        };
        AuditLine: {
            seq: number;
            /** @description ISO 8601 */
            at: string;
            who: string;
            role: string;
            action: string;
            target: string;
            before: unknown;
            after: unknown;
            ip: string | null;
            /** @description The chain up to it 链首 */
            head: string;
        };
        Journal: {
            seq: number;
            /** @description Id of the order, or of the purchase that settled 指令编号 */
            order: string;
            /** @description False where time brought it 由时间引起的为 false */
            asked: boolean;
            kind: string;
            at: string | null;
            /** @description ISO 8601 */
            recorded_at: string;
            /** @description Head of the chain up to it 至此的链首 */
            head: string;
            journal: {
                [key: string]: unknown;
            };
        };
        HistoryRow: {
            seq: number;
            line: number;
            order: string;
            kind: string;
            step: string;
            amount_fen: number | null;
            amount_points: string | null;
            /** @description Balance after this row 本行之后的余额 */
            balance_fen: number | null;
            balance_points: string | null;
            /** @description The account on the other side 对方科目 */
            counter: string;
            at: string | null;
            /** @description ISO 8601 */
            recorded_at: string;
        };
        TrialBalance: {
            seq: number | null;
            rows: {
                kind: string;
                accounts: number;
                /** @enum {string} */
                unit: "fen" | "points";
                /** @description Fen, or points 分，或积分 */
                credit: number | string;
                /** @description Fen, or points 分，或积分 */
                debit: number | string;
            }[];
            totals: {
                /** @enum {string} */
                unit: "fen" | "points";
                /** @description Fen, or points 分，或积分 */
                credit: number | string;
                /** @description Fen, or points 分，或积分 */
                debit: number | string;
                balanced: boolean;
            }[];
            conservation: {
                /** @description Integer fen 整数分 */
                received_fen: number;
                /** @description Integer fen 整数分 */
                accounts_fen: number;
                /** @description Integer fen 整数分 */
                pool_fen: number;
                /** @description Integer fen 整数分 */
                remainder_fen: number;
                holds: boolean;
            };
            named: {
                account: string;
                /** @enum {string} */
                unit: "fen" | "points";
                /** @description Fen, or points 分，或积分 */
                balance: number | string;
            }[];
        };
        Noticed: {
            /** @enum {string} */
            of: "payment" | "transfer";
            /** @description Of the payment or withdrawal 付款或提现的编号 */
            id: string;
        };
        PaymentBegun: {
            payment: components["schemas"]["Payment"];
            /** @description What the payer's device needs; null once there is nothing to pay 付款所需 */
            hand: {
                [key: string]: string;
            } | null;
        };
        PayCode: {
            /** @description Eighteen digits that begin with 28 十八位数字 */
            code: string;
            /** @description ISO 8601 */
            expires_at: string;
            /** @description When to ask for the next one 何时换新码 */
            renew_at: string;
        };
        PaymentRequest: {
            code: string;
            /** @description What the QR code leads to, on this server 二维码所指路径 */
            path: string;
            /**
             * @description created → paying → paid → booked 待付 → 付款中 → 已付 → 已入账
             * @enum {string}
             */
            state: "created" | "paying" | "paid" | "booked" | "cancelled" | "expired" | "failed" | "mismatch" | "refund_due" | "refunded";
            store: {
                id: string;
                name_zh: string;
                name_en: string | null;
            };
            /** @description Integer fen 整数分 */
            amount_fen: number;
            /** @description ISO 8601 */
            created_at: string;
            /** @description ISO 8601 */
            expires_at: string;
            /** @description Whether the asker is its payer 是否由本人付款 */
            mine: boolean;
            /** @description For its payer and the store 仅付款人与门店可见 */
            payment: components["schemas"]["Payment"] | null;
        };
        Disclosure: {
            text_zh: string;
            text_en: string;
            /** @description For the consent 同意时的文本编号 */
            text_id: string;
            sha256_zh: string;
            sha256_en: string;
            figures: {
                /** @description ISO 8601 */
                made_at: string;
                /**
                 * @description Day they stand for 截至日期
                 * @example 2026-03-01
                 */
                until: string;
                /** @description Newest journal they take in 所含最新凭证 */
                seq: number;
                /** @description Members who have spent 有消费的会员 */
                members: number;
                /** @description By what was paid to them 只算已兑付 */
                paid: {
                    whole: number;
                    /** @description Parts per million 百万分之 */
                    whole_ppm: number;
                    /** @description Parts per million 百万分之 */
                    median_ppm: number;
                };
                /** @description With what redeeming today would bring 含今日可兑付 */
                with_today: {
                    whole: number;
                    /** @description Parts per million 百万分之 */
                    whole_ppm: number;
                    /** @description Parts per million 百万分之 */
                    median_ppm: number;
                };
                /** @description Integer fen 整数分 */
                median_receive_fen: number;
                exit_load: string;
                theory: {
                    /** @description Parts per million 百万分之 */
                    full_ppm: number;
                    /** @description Parts per million 百万分之 */
                    median_ppm: number;
                };
            };
        };
        PricePoint: {
            seq: number;
            /** @description ISO 8601 */
            at: string;
            /** @description Yuan per point, for the eye 元每积分，只供显示 */
            price: string;
            /** @description Integer fen 整数分 */
            cash_fen: number;
            /** @description Points with 8 decimals 八位小数的积分 */
            points: string;
        };
        Commission: {
            purchase: string;
            store: {
                id: string;
                name_zh: string;
                name_en: string | null;
            };
            /** @description upline_1, upline_2, recruiter, region_… 直推、间推、招商、区域代理 */
            step: string;
            /** @description ISO 8601 */
            at: string;
            /** @description The purchase it is of 该笔消费额 */
            spend_fen: number;
            /** @description Integer fen 整数分 */
            amount_fen: number;
            /** @description Taken back by refunds 退款追回 */
            back_fen: number;
            /** @enum {string} */
            state: "frozen" | "available" | "clawed_back";
            frozen_until: string | null;
        };
        Commissions: {
            items: components["schemas"]["Commission"][];
            next_cursor: string | null;
            sums: {
                /** @description Integer fen 整数分 */
                today_fen: number;
                /** @description Integer fen 整数分 */
                yesterday_fen: number;
                /** @description Less what refunds took back 已扣追回 */
                total_fen: number;
                /** @description Integer fen 整数分 */
                frozen_fen: number;
                /** @description Integer fen 整数分 */
                available_fen: number;
            };
            /** @description The newest first, 24 at most 近二十四个有奖励的月份 */
            months: {
                month: string;
                /** @description Integer fen 整数分 */
                earned_fen: number;
                /** @description Integer fen 整数分 */
                back_fen: number;
            }[];
        };
        Message: {
            /** @description Unread is what came after the message last seen 以此记已读 */
            id: string;
            /** @enum {string} */
            kind: "points_granted" | "purchase_refunded" | "forced_exit" | "commission_freed" | "commission_taken_back" | "withdrawal_rejected" | "withdrawal_paid" | "withdrawal_returned" | "withdrawal_awaits_you" | "plan_announced" | "injection_announced";
            /** @description ISO 8601 */
            at: string;
            /** @description A purchase, a withdrawal, a plan, or why 所关单据或缘由 */
            about: string;
            store: {
                id: string;
                name_zh: string;
                name_en: string | null;
            } | null;
            amount_fen: number | null;
            points: string | null;
            text_zh: string | null;
            text_en: string | null;
        };
        Export: {
            id: string;
            /** @enum {string} */
            list: "members" | "stores" | "purchases" | "withdrawals" | "commissions" | "journals" | "store-statement" | "trial-balance";
            /** @enum {string} */
            format: "xlsx" | "csv";
            /** @description Name of the file 文件名 */
            name: string;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            /** @description Rows so far 已写行数 */
            done: number;
            total: number | null;
            seconds_left: number | null;
            rows: number | null;
            bytes: number | null;
            error: string | null;
            asked_by: string;
            /** @description ISO 8601 */
            created_at: string;
            finished_at: string | null;
            /** @description The file can be had until then 文件保留至 */
            expires_at: string | null;
        };
        Injection: {
            id: string;
            /** @enum {string} */
            kind: "inject" | "release";
            /** @enum {string} */
            state: "asked" | "approved" | "done" | "rejected" | "stopped";
            /** @description Integer fen 整数分 */
            amount_fen: number;
            days: number;
            /** @description ISO 8601 */
            starts_at: string;
            announce_zh: string;
            announce_en: string;
            asked_by: string;
            /** @description ISO 8601 */
            asked_at: string;
            decided_by: string | null;
            decided_at: string | null;
            reason: string | null;
            /** @description Parts booked so far 已入账期数 */
            parts: number;
            /** @description Integer fen 整数分 */
            booked_fen: number;
            /** @description Told to the public since 公告时间 */
            announced_at: string | null;
        };
        InjectionAsked: {
            id: string;
            /** @enum {string} */
            kind: "inject" | "release";
            /** @enum {string} */
            state: "asked" | "approved" | "done" | "rejected" | "stopped";
            /** @description Integer fen 整数分 */
            amount_fen: number;
            days: number;
            /** @description ISO 8601 */
            starts_at: string;
            announce_zh: string;
            announce_en: string;
            asked_by: string;
            /** @description ISO 8601 */
            asked_at: string;
            decided_by: string | null;
            decided_at: string | null;
            reason: string | null;
            /** @description Parts booked so far 已入账期数 */
            parts: number;
            /** @description Integer fen 整数分 */
            booked_fen: number;
            /** @description For the second officer, at /v1/approvals 待另一位人员复核 */
            approval: {
                id: string;
                /** @description What the second officer approves 复核内容的哈希 */
                payload_hash: string;
            };
        };
        Bound: {
            member: string;
            sponsor: string | null;
            seq: number | null;
        };
        MemberMovement: {
            seq: number | null;
            order: string;
            kind: string;
            step: string;
            /** @description Fen as integer, points as text; below zero what went out 分或积分 */
            amount: number | string;
            /** @description After this row 本行之后的余额 */
            balance: (number | string) | null;
            counter: string | null;
            /** @description ISO 8601 */
            at: string;
            /** @description Of the purchase it comes from 来源门店 */
            store: {
                id: string;
                name_zh: string;
                name_en: string | null;
            } | null;
        };
        Team: {
            items: {
                id: string;
                name: string | null;
                phone: string | null;
                level: 1 | 2;
                sponsor: string;
                /** @description ISO 8601 */
                joined_at: string;
            }[];
            next_cursor: string | null;
            counts: {
                level1: number;
                level2: number;
            };
            spend_fen: {
                level1: number;
                level2: number;
            };
            earned_fen: {
                level1: number;
                level2: number;
            };
        };
        Lock: {
            seq: number;
            /**
             * @description By joining, a code, a purchase, a case 加入、凭码、消费、案件更正
             * @enum {string}
             */
            kind: "join" | "bind" | "lock" | "correct_sponsor";
            from: string | null;
            to: string | null;
            /** @description ISO 8601 */
            at: string;
            /** @description The purchase that locked 锁客的消费 */
            purchase: string | null;
            store: string | null;
            case: string | null;
        };
        MemberMade: {
            member: string;
            /** @description Whether this made a new member 是否新会员 */
            joined: boolean;
            /**
             * @description `asked`: the book takes it up by itself `asked`：账簿稍后自行办理
             * @enum {string}
             */
            state: "asked" | "joined" | "bound" | "kept" | "refused" | "known";
            sponsor: string | null;
        };
        Login: {
            /** @description ISO 8601 */
            at: string;
            /** @enum {string} */
            way: "code" | "password";
            /** @enum {string} */
            outcome: "in" | "refused" | "locked" | "replayed";
            ip: string | null;
            agent: string | null;
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
        Figures: {
            purchases: number;
            /** @description Turnover: what was paid 消费额（未减退款） */
            paid_fen: number;
            refunds: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            members_new: number;
            redemptions: number;
            /** @description Integer fen 整数分 */
            redeemed_fen: number;
            /** @description Forced exits 强制赎回 */
            exits: number;
            /** @description Integer fen 整数分 */
            exit_proceeds_fen: number;
            /** @description Less those taken back 推荐奖励（已减追回） */
            commissions_fen: number;
            /** @description Points with 8 decimals 八位小数的积分 */
            points_granted: string;
        };
        DayFigures: {
            /**
             * @description Day in the time of the country 日期
             * @example 2026-03-01
             */
            day: string;
            purchases: number;
            /** @description Turnover: what was paid 消费额（未减退款） */
            paid_fen: number;
            refunds: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            members_new: number;
            redemptions: number;
            /** @description Integer fen 整数分 */
            redeemed_fen: number;
            /** @description Forced exits 强制赎回 */
            exits: number;
            /** @description Integer fen 整数分 */
            exit_proceeds_fen: number;
            /** @description Less those taken back 推荐奖励（已减追回） */
            commissions_fen: number;
            /** @description Points with 8 decimals 八位小数的积分 */
            points_granted: string;
            /** @description Pool cash at the end of the day 日终池内现金 */
            pool_fen: number | null;
            /** @description Points out; with the cash, the price 流通积分 */
            pool_points: string | null;
            remainder_fen: number | null;
            /** @description Null while no points are out 无流通积分时为空 */
            price: string | null;
        };
        StoreTurnover: {
            store: string;
            name_zh: string | null;
            name_en: string | null;
            region: string;
            purchases: number;
            /** @description Integer fen 整数分 */
            paid_fen: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            /** @description Integer fen 整数分 */
            take_fen: number;
            /** @description Points with 8 decimals 八位小数的积分 */
            points_granted: string;
            /** @description Locked by a purchase there 在店锁定的会员 */
            members_locked: number;
            /** @description Members who bought there 消费会员数 */
            buyers: number;
        };
        DistrictTurnover: {
            code: string;
            name_zh: string;
            name_en: string | null;
            stores: number;
            /** @description Stores that sold something 有消费的门店 */
            active: number;
            purchases: number;
            /** @description Integer fen 整数分 */
            paid_fen: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            /** @description Integer fen 整数分 */
            take_fen: number;
        };
        CityTurnover: {
            code: string;
            name_zh: string;
            name_en: string | null;
            stores: number;
            /** @description Stores that sold something 有消费的门店 */
            active: number;
            purchases: number;
            /** @description Integer fen 整数分 */
            paid_fen: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            /** @description Integer fen 整数分 */
            take_fen: number;
            districts: components["schemas"]["DistrictTurnover"][];
        };
        ProvinceTurnover: {
            code: string;
            name_zh: string;
            name_en: string | null;
            stores: number;
            /** @description Stores that sold something 有消费的门店 */
            active: number;
            purchases: number;
            /** @description Integer fen 整数分 */
            paid_fen: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            /** @description Integer fen 整数分 */
            take_fen: number;
            cities: components["schemas"]["CityTurnover"][];
        };
        Waiting: {
            /** @description Asked for 待审核提现 */
            withdrawals_review: number;
            /** @description For a second officer 待二审 */
            withdrawals_second: number;
            /** @description Approved, to be paid 待打款 */
            withdrawals_pay: number;
            /** @description Four eyes 待复核 */
            approvals: number;
            /** @description Paid otherwise than asked 金额不符的收款 */
            payments_mismatch: number;
            /** @description Money to go back 待退回的收款 */
            payments_refund: number;
            stores_opening: number;
            /** @description Being appointed or ended 办理中的代理 */
            agencies: number;
            /** @description Plans to be signed 待签章程 */
            plans_sign: number;
            /** @description Signed, to be published 待发布章程 */
            plans_publish: number;
            /** @description Deliveries given up 失败的投递 */
            deliveries_dead: number;
            webhooks_stopped: number;
            /** @description Of thirty days 三十天内失败的任务 */
            jobs_failed: number;
        };
        Overview: {
            /**
             * @description Day in the time of the country 日期
             * @example 2026-03-01
             */
            from: string;
            /**
             * @description Day in the time of the country 日期
             * @example 2026-03-01
             */
            to: string;
            now: components["schemas"]["Figures"];
            /** @description As many days right before 前一时段 */
            before: {
                purchases: number;
                /** @description Turnover: what was paid 消费额（未减退款） */
                paid_fen: number;
                refunds: number;
                /** @description Integer fen 整数分 */
                refunded_fen: number;
                members_new: number;
                redemptions: number;
                /** @description Integer fen 整数分 */
                redeemed_fen: number;
                /** @description Forced exits 强制赎回 */
                exits: number;
                /** @description Integer fen 整数分 */
                exit_proceeds_fen: number;
                /** @description Less those taken back 推荐奖励（已减追回） */
                commissions_fen: number;
                /** @description Points with 8 decimals 八位小数的积分 */
                points_granted: string;
                /**
                 * @description Day in the time of the country 日期
                 * @example 2026-03-01
                 */
                from: string;
                /**
                 * @description Day in the time of the country 日期
                 * @example 2026-03-01
                 */
                to: string;
            };
            price: {
                price: string;
                /** @description Integer fen 整数分 */
                cash_fen: number;
                /** @description Points with 8 decimals 八位小数的积分 */
                points: string;
                /** @description Integer fen 整数分 */
                remainder_fen: number;
                /** @description Wound up 已清算 */
                closed: boolean;
            };
            members: number;
            stores: number;
            pending_purchases: {
                count: number;
                /** @description Integer fen 整数分 */
                amount_fen: number;
            };
            /** @description Held in the book 提现在途 */
            held_withdrawals: {
                count: number;
                /** @description Integer fen 整数分 */
                amount_fen: number;
            };
            waiting: components["schemas"]["Waiting"];
            /** @description Whether all booked so far is in it 是否已含全部凭证 */
            complete: boolean;
        };
        PaymentLine: {
            id: string;
            /**
             * @description created → paying → paid → booked 待付 → 付款中 → 已付 → 已入账
             * @enum {string}
             */
            state: "created" | "paying" | "paid" | "booked" | "cancelled" | "expired" | "failed" | "mismatch" | "refund_due" | "refunded";
            member: string;
            merchant: string;
            /** @description Integer fen 整数分 */
            amount_fen: number;
            channel: string;
            /** @description ISO 8601 */
            created_at: string;
            /** @description ISO 8601 */
            expires_at: string;
            paid_at: string | null;
            paid_fen: number | null;
            /** @description Id of the purchase it becomes 所成消费的编号 */
            purchase: string;
            /** @description Number of its journal 凭证号 */
            seq: number | null;
            reason: string | null;
            /** @description No real money moves by it 演示，不动真钱 */
            demo: boolean;
            /** @description What it became, once it is booked; where one payment is asked for 入账结果 */
            booked: components["schemas"]["PaymentBooked"] | null;
            /** @description Masked 打码 */
            member_name: string | null;
            /** @description Masked 打码 */
            member_phone: string | null;
            /** @description For the store and staff 发起人 */
            created_by: string | null;
            /** @description Who decided on it; for staff 处理人 */
            settled_by: string | null;
            settled_at: string | null;
            /** @description How the money went back 退回凭证号 */
            voucher: string | null;
        };
        WithdrawalDestination: {
            name: string;
            card_number: string;
        };
        PlanLine: {
            name: string;
            version: number;
            feed: string;
            /**
             * @description draft → checked → signed → effective 草案 → 已检查 → 已签署 → 生效
             * @enum {string}
             */
            state: "draft" | "checked" | "signed" | "effective" | "withdrawn";
            /** @description SHA-256 of its text; what officers sign 所签之哈希 */
            hash: string;
            verdict: ("publishable" | "publishable_with_conditions" | "refused") | null;
            created_by: string | null;
            created_at: string | null;
            signatures: {
                by: string;
                /** @description ISO 8601 */
                at: string;
            }[];
            announced_at: string | null;
            effective_from: string | null;
            /** @description The journal that put it in force 生效凭证号 */
            effective_seq: number | null;
            reason: string | null;
        };
        PlanChange: {
            /** @example pool.cap.multiple */
            path: string;
            before: unknown;
            after: unknown;
        };
        PlanShown: {
            name: string;
            version: number;
            feed: string;
            /**
             * @description draft → checked → signed → effective 草案 → 已检查 → 已签署 → 生效
             * @enum {string}
             */
            state: "draft" | "checked" | "signed" | "effective" | "withdrawn";
            /** @description SHA-256 of its text; what officers sign 所签之哈希 */
            hash: string;
            verdict: ("publishable" | "publishable_with_conditions" | "refused") | null;
            created_by: string | null;
            created_at: string | null;
            signatures: {
                by: string;
                /** @description ISO 8601 */
                at: string;
            }[];
            announced_at: string | null;
            effective_from: string | null;
            /** @description The journal that put it in force 生效凭证号 */
            effective_seq: number | null;
            reason: string | null;
            /** @description Beside the plan that its feed goes by now 与现行章程相比 */
            beside: {
                in_force: boolean;
                against: {
                    name: string;
                    version: number;
                } | null;
                changes: components["schemas"]["PlanChange"][];
                /** @description How long it must be announced 公告天数 */
                notice_days: number;
                /** @description Announced now, it may hold from here 此刻公告，最早生效时间 */
                earliest: string;
            };
            plan: {
                [key: string]: unknown;
            };
            /** @description The verdict, whole 检查结果 */
            check: {
                [key: string]: unknown;
            } | null;
            checked_by: string | null;
            /** @description What the verdict's conditions wanted recorded 条件所记 */
            recorded: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /** @description To be acknowledged before it is signed 签署前须确认的风险 */
            risk: {
                text_zh: string;
                text_en: string;
                text_sha256: string;
            } | null;
        };
        Preset: {
            name: string;
            version: number;
            title: {
                zh: string;
                en: string;
            };
            summary: {
                zh: string;
                en: string;
            };
            plan: {
                [key: string]: unknown;
            };
        };
        PlanFacts: {
            /** @description SHA-256 of its text as it would be kept 章程文本的哈希 */
            hash: string;
            /** @description Verdict, rules, funded statement, facts 结论、规则、资金来源表与检查单 */
            check: {
                [key: string]: unknown;
            };
            /** @description What the feed goes by now 现行章程 */
            against: {
                name: string;
                version: number;
            } | null;
            changes: components["schemas"]["PlanChange"][];
        };
        /**
         * @description At most 8 kB of JSON 至多 8 kB
         * @example {
         *       "theme": "dark"
         *     }
         */
        Preferences: {
            [key: string]: unknown;
        };
        /** @description Canonical JSON without `signature` is what is signed (Ed25519) 签名的证明 */
        Proof: {
            [key: string]: unknown;
        };
        PurchaseTotals: {
            count: number;
            /** @description As it was paid 消费额 */
            amount_fen: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            /** @description Purchases of which something went back 有退款的笔数 */
            refunded: number;
            pending: number;
            /** @description Points with 8 decimals 八位小数的积分 */
            points: string;
        };
        PricePair: {
            /** @description Integer fen 整数分 */
            cash_fen: number;
            /** @description Points with 8 decimals 八位小数的积分 */
            points: string;
            /** @description Yuan per point, for the eye 元每积分，只供显示 */
            shown: string;
        };
        ReceiptLine: {
            /** @enum {string} */
            code: "due" | "operator" | "portion" | "upline_1" | "upline_2" | "recruiter" | "region_district" | "region_city" | "region_province" | "unclaimed" | "pool_in" | "minting" | "unminted" | "aside" | "step_limit";
            /** @description Account by name; null: nobody 科目；空为无人 */
            to: string | null;
            kind: string | null;
            owner: string | null;
            rate: string | null;
            /** @description What the rate was applied to 费率的基数 */
            base_fen: number | null;
            /** @description Integer fen 整数分 */
            amount_fen: number;
            /** @description Why it is zero 为零的原因 */
            reason: ("not_in_plan" | "rate_zero" | "cost_zero" | "no_sponsor" | "sponsor_has_no_sponsor" | "no_recruiter" | "no_agent" | "level_skipped" | "higher_rate_below" | "rounds_to_zero" | "all_earned" | "goes_to_pool" | "nothing_left" | "pool_took_all" | "goes_aside" | "within_limit") | null;
            readonly notes: ("amount_less_take" | "cost_given" | "rest_of_commissions" | "rest" | "with_unclaimed" | "difference" | "frozen" | "locked_now" | "lifts_price" | "no_points" | "pool_was_empty" | "step_limited")[];
        };
        PendingReceipt: {
            /** @constant */
            status: "pending";
            settles: string;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            purchase: string;
            at: string | null;
            member: string;
            merchant: string;
            plan: {
                name: string;
                version: number;
            };
            /** @description Integer fen 整数分 */
            paid_fen: number;
            /** @constant */
            notice: "statement_not_promise";
        };
        SettledReceipt: {
            /** @constant */
            status: "settled";
            purchase: string;
            at: string | null;
            member: string;
            merchant: string;
            plan: {
                name: string;
                version: number;
            };
            /** @description Integer fen 整数分 */
            paid_fen: number;
            /** @constant */
            notice: "statement_not_promise";
            /** @description Integer fen 整数分 */
            refunded_before_fen: number;
            /** @description What was split; the lines sum to it 分账之数，各项之和 */
            amount_fen: number;
            take: string;
            locked_to: string | null;
            readonly lines: components["schemas"]["ReceiptLine"][];
            readonly pool: components["schemas"]["ReceiptLine"][];
            points: {
                /** @description Points with 8 decimals 八位小数的积分 */
                issued: string;
                /** @description Why it is zero 为零的原因 */
                reason: ("not_in_plan" | "rate_zero" | "cost_zero" | "no_sponsor" | "sponsor_has_no_sponsor" | "no_recruiter" | "no_agent" | "level_skipped" | "higher_rate_below" | "rounds_to_zero" | "all_earned" | "goes_to_pool" | "nothing_left" | "pool_took_all" | "goes_aside" | "within_limit") | null;
                price_before: components["schemas"]["PricePair"];
                price_after: components["schemas"]["PricePair"];
                lot: {
                    seq: number;
                    /** @description Integer fen 整数分 */
                    cap_added_fen: number;
                    /** @description Integer fen 整数分 */
                    cap_fen: number;
                    /** @description Points with 8 decimals 八位小数的积分 */
                    points: string;
                    /** @description The price at which the lot must leave 批次须离开的价格 */
                    trigger: components["schemas"]["PricePair"];
                } | null;
                exits: number;
            };
            now: {
                /** @description Points with 8 decimals 八位小数的积分 */
                points_left: string;
                /** @description Points with 8 decimals 八位小数的积分 */
                points_sold: string;
                /** @description Integer fen 整数分 */
                got_fen: number;
                price: components["schemas"]["PricePair"];
                /** @description Integer fen 整数分 */
                worth_fen: number;
                exit_load: string;
                /** @description Integer fen 整数分 */
                receive_fen: number;
                /** @description Integer fen 整数分 */
                refunded_fen: number;
            };
        };
        PurchaseTaken: {
            id: string;
            seq: number;
            repeated: boolean;
            /** @enum {string} */
            state: "pending" | "settled";
            member: string;
            merchant: string;
            /** @description Integer fen 整数分 */
            amount_fen: number;
            /** @description Null while it is pending 待结时为空 */
            points: string | null;
            settles_at: string | null;
            /** @description False: show the member the disclosure 否则请向会员出示会员须知 */
            disclosure_seen: boolean;
        };
        PurchaseReceipt: {
            /** @description Every fen, to whom and why 每一分的去向 */
            receipt: components["schemas"]["PendingReceipt"] | components["schemas"]["SettledReceipt"];
            text: string;
            refunds: {
                seq: number;
                order: string;
                /** @description ISO 8601 */
                at: string;
                /** @description Integer fen 整数分 */
                amount_fen: number;
                lines: {
                    step: string;
                    word: string;
                    from: string;
                    to: string;
                    /** @description Fen, or points where points moved 分，或积分 */
                    amount: string;
                }[];
            }[];
        };
        Redeemed: {
            id: string;
            seq: number;
            repeated: boolean;
            /** @description Points with 8 decimals 八位小数的积分 */
            points: string;
            /** @description Into the wallet 进入钱包 */
            proceeds_fen: number;
        };
        RefundTaken: {
            id: string;
            seq: number;
            repeated: boolean;
            purchase: string;
            /** @description Integer fen 整数分 */
            amount_fen: number;
            /** @description What the payer gets back 实退金额 */
            returned_fen: number;
            /** @description Points taken back 收回的积分 */
            points_taken: string;
        };
        Division: {
            code: string;
            /** @enum {string} */
            level: "province" | "city" | "district";
            name_zh: string;
            /** @description No official list is at hand 无官方英文名 */
            name_en: string | null;
            parent: string | null;
            /** @description Names from the province down 自省起的名称 */
            path: string[];
            /** @description Only groups others; no place 只作归类 */
            groups: boolean;
            /** @description A store may stand in it 可设门店 */
            leaf: boolean;
        };
        CodeShown: {
            code: string;
            /** @enum {string} */
            kind: "store" | "member";
            store: {
                id: string;
                name_zh: string;
                name_en: string | null;
                region: string[];
            } | null;
            /** @description Masked name of a member 会员姓名（打码） */
            name: string | null;
        };
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
        CodeSent: {
            /** Format: date-time */
            again_at: string;
            /** @description The code, in a demo only; null in a house that takes real money 仅演示环境给出，否则为 null */
            demo_code: string | null;
        };
        Setting: {
            /** @enum {string} */
            key: "withdraw_minimum_fen" | "withdraw_large_fen" | "withdraw_per_day" | "pay_code_most_fen" | "payment_minutes" | "injection_days" | "injection_notice_days" | "plan_notice_days" | "clerk_refund_fen";
            value: number;
            /** @description Where nobody has set it 默认值 */
            standard: number;
            least: number;
            most: number;
            updated_by: string | null;
            updated_at: string | null;
        };
        Takings: {
            purchases: number;
            /** @description Taken 实收 */
            amount_fen: number;
            refunds: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            /** @description Taken less refunded 净收 */
            net_fen: number;
            /** @description Points with 8 decimals 八位小数的积分 */
            points: string;
            /** @description Taken by purchases, rounded down 客单价 */
            average_fen: number;
            channels: {
                channel: string | null;
                purchases: number;
                /** @description Taken 实收 */
                amount_fen: number;
                refunds: number;
                /** @description Integer fen 整数分 */
                refunded_fen: number;
                /** @description Taken less refunded 净收 */
                net_fen: number;
                /** @description Points with 8 decimals 八位小数的积分 */
                points: string;
            }[];
            clerks: {
                taken_by: string | null;
                name: string | null;
                purchases: number;
                /** @description Taken 实收 */
                amount_fen: number;
                refunds: number;
                /** @description Integer fen 整数分 */
                refunded_fen: number;
                /** @description Taken less refunded 净收 */
                net_fen: number;
                /** @description Points with 8 decimals 八位小数的积分 */
                points: string;
            }[];
        };
        Shift: {
            store: string;
            n: number;
            opened_by: string;
            /** @description ISO 8601 */
            opened_at: string;
            closed_by: string | null;
            /** @description Null while it is open 当班中为空 */
            closed_at: string | null;
            /** @description Journals after this one 自此凭证之后 */
            from_seq: number;
            to_seq: number | null;
            /** @description As they stood at the closing, or stand now 交班时的数 */
            takings: components["schemas"]["Takings"];
            /** @description Counted in the drawer 实点现金 */
            counted_fen: number | null;
            note: string | null;
        };
        StoreToday: {
            purchases: number;
            /** @description Taken 实收 */
            amount_fen: number;
            refunds: number;
            /** @description Integer fen 整数分 */
            refunded_fen: number;
            /** @description Taken less refunded 净收 */
            net_fen: number;
            /** @description Points with 8 decimals 八位小数的积分 */
            points: string;
            /** @description Taken by purchases, rounded down 客单价 */
            average_fen: number;
            channels: {
                channel: string | null;
                purchases: number;
                /** @description Taken 实收 */
                amount_fen: number;
                refunds: number;
                /** @description Integer fen 整数分 */
                refunded_fen: number;
                /** @description Taken less refunded 净收 */
                net_fen: number;
                /** @description Points with 8 decimals 八位小数的积分 */
                points: string;
            }[];
            clerks: {
                taken_by: string | null;
                name: string | null;
                purchases: number;
                /** @description Taken 实收 */
                amount_fen: number;
                refunds: number;
                /** @description Integer fen 整数分 */
                refunded_fen: number;
                /** @description Taken less refunded 净收 */
                net_fen: number;
                /** @description Points with 8 decimals 八位小数的积分 */
                points: string;
            }[];
            /**
             * @description Day in the time of the country 日期
             * @example 2026-03-01
             */
            day: string;
            /** @description Locked by a purchase, or come by the store's code; for the store 新锁会员 */
            members_new: number | null;
        };
        Upload: {
            id: string;
            name: string;
            bytes: number;
            sha256: string;
            created_by: string;
            /** @description ISO 8601 */
            created_at: string;
            /** @description Kept so long 保留至 */
            expires_at: string;
        };
        UploadPreview: {
            encoding: string | null;
            delimiter: string | null;
            headers: string[];
            rows: string[][];
            /** @description Role → header, as it would be read 各角色读哪一列 */
            columns: {
                [key: string]: string;
            };
            /** @description Why it would be refused as it is 按此读取会被拒绝的原因 */
            problem: {
                code: string;
                zh: string;
                en: string;
            } | null;
        };
        SimulationLine: {
            id: string;
            /** @enum {string} */
            kind: "backtest" | "simulate";
            title: string;
            plan: {
                name: string;
                version: number;
            };
            /**
             * @description refused: the file cannot be read for certain 文件无法确切读取
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "refused" | "failed" | "cancelled";
            /** @description To be asked how far it is, and to cancel it 任务编号 */
            job: string;
            created_by: string;
            /** @description ISO 8601 */
            created_at: string;
            finished_at: string | null;
            refused: {
                code: string;
                zh: string;
                en: string;
            } | null;
        };
        Simulation: {
            id: string;
            /** @enum {string} */
            kind: "backtest" | "simulate";
            title: string;
            plan: {
                name: string;
                version: number;
            };
            /**
             * @description refused: the file cannot be read for certain 文件无法确切读取
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "refused" | "failed" | "cancelled";
            /** @description To be asked how far it is, and to cancel it 任务编号 */
            job: string;
            created_by: string;
            /** @description ISO 8601 */
            created_at: string;
            finished_at: string | null;
            refused: {
                code: string;
                zh: string;
                en: string;
            } | null;
            /** @description As it was asked for 所求内容 */
            asked: {
                [key: string]: unknown;
            };
            progress: {
                done: number;
                total: number | null;
                seconds_left: number | null;
            } | null;
            /** @description Figures and series, once it is done 结果数字与序列 */
            figures: {
                [key: string]: unknown;
            } | null;
        };
        World: {
            name: string;
            title: {
                zh: string;
                en: string;
            };
            description: {
                zh: string;
                en: string;
            };
            days: number;
        };
        MemberSpread: {
            /** @description ISO 8601 */
            made_at: string;
            seq: number;
            /** @description Buckets end at these shares of spend; the last is 100% and more 各档上限 */
            edges_ppm: number[];
            /** @description Bands of spend begin at these 消费额分档起点 */
            bands_fen: number[];
            /** @description Smaller groups are not told of 少于此数的组不列出 */
            least: number;
            /** @description Members of those 未列出的会员数 */
            untold: number;
            groups: {
                /** @description Of the first purchase; `earlier`: beyond two years 首次消费月份 */
                month: string;
                band: number;
                members: number;
                /** @description Members by what was paid to them 只算已兑付 */
                paid: number[];
                /** @description With what redeeming now would bring 含此刻赎回可得 */
                with_today: number[];
            }[];
        };
        Standing: {
            month: string | null;
            band: number;
            /** @description Integer fen 整数分 */
            spend_fen: number;
            /** @description Integer fen 整数分 */
            proceeds_fen: number;
            /** @description Redeemed this moment; no promise 此刻赎回可得，非承诺 */
            receive_fen: number;
            paid_ppm: number | null;
            with_today_ppm: number | null;
        };
        StaffLine: {
            id: string;
            login: string | null;
            name: string | null;
            roles: string[];
            active: boolean;
        };
        StoreStatement: {
            store: string;
            /**
             * @description Day in the time of the country 日期
             * @example 2026-03-01
             */
            from: string;
            /**
             * @description The day after the last 末日的次日
             * @example 2026-03-01
             */
            to: string;
            /** @description Integer fen 整数分 */
            opening_fen: number;
            /** @description Integer fen 整数分 */
            closing_fen: number;
            total: {
                /** @description Purchases split 已分账消费 */
                gross_fen: number;
                /** @description The platform's side of them 平台抽成 */
                take_fen: number;
                /** @description Taken back by refunds 退款冲回 */
                gross_back_fen: number;
                /** @description Integer fen 整数分 */
                take_back_fen: number;
                /** @description Of refunds, borne by the store 退款由门店承担 */
                shortfall_fen: number;
                /** @description gross − take − gross back + take back − shortfall 净额 */
                net_fen: number;
                purchases: number;
                /** @description Integer fen 整数分 */
                paid_fen: number;
                refunds: number;
                /** @description Integer fen 整数分 */
                refunded_fen: number;
                /** @description Integer fen 整数分 */
                commissions_fen: number;
            };
            days: {
                /**
                 * @description Day in the time of the country 日期
                 * @example 2026-03-01
                 */
                day: string;
                /** @description Integer fen 整数分 */
                opening_fen: number;
                /** @description Integer fen 整数分 */
                closing_fen: number;
                /** @description Purchases split 已分账消费 */
                gross_fen: number;
                /** @description The platform's side of them 平台抽成 */
                take_fen: number;
                /** @description Taken back by refunds 退款冲回 */
                gross_back_fen: number;
                /** @description Integer fen 整数分 */
                take_back_fen: number;
                /** @description Of refunds, borne by the store 退款由门店承担 */
                shortfall_fen: number;
                /** @description gross − take − gross back + take back − shortfall 净额 */
                net_fen: number;
                purchases: number;
                /** @description Integer fen 整数分 */
                paid_fen: number;
                refunds: number;
                /** @description Integer fen 整数分 */
                refunded_fen: number;
                /** @description Integer fen 整数分 */
                commissions_fen: number;
            }[];
            /** @description Whether all booked so far is in it 是否已含全部凭证 */
            complete: boolean;
        };
        CrossEarnings: {
            /** @description Members locked to the owner 锁定会员数 */
            locked: number;
            here: {
                /** @description Integer fen 整数分 */
                spend_fen: number;
                /** @description Integer fen 整数分 */
                earned_fen: number;
            };
            /** @description The same members at all other stores 跨店 */
            elsewhere: {
                /** @description Integer fen 整数分 */
                spend_fen: number;
                /** @description Integer fen 整数分 */
                earned_fen: number;
            };
            stores: {
                merchant: string;
                name_zh: string;
                name_en: string | null;
                own: boolean;
                /** @description Integer fen 整数分 */
                spend_fen: number;
                /** @description Integer fen 整数分 */
                earned_fen: number;
            }[];
            /** @description Oldest first 逐日 */
            days: {
                /**
                 * @description Day in the time of the country 日期
                 * @example 2026-03-01
                 */
                day: string;
                here: {
                    /** @description Integer fen 整数分 */
                    spend_fen: number;
                    /** @description Integer fen 整数分 */
                    earned_fen: number;
                };
                elsewhere: {
                    /** @description Integer fen 整数分 */
                    spend_fen: number;
                    /** @description Integer fen 整数分 */
                    earned_fen: number;
                };
            }[];
        };
        Clerk: {
            id: string;
            name: string | null;
            phone: string | null;
            active: boolean;
            erased: boolean;
        };
        Terms: {
            /** @description Name of the operator 运营方名称 */
            operator: string;
            version: string;
            /** @description A demo: no real money moves 演示环境，不动真钱 */
            demo: boolean;
            languages: ("zh" | "en")[];
            /** @description Channels to pay by 支付渠道 */
            channels: {
                name: string;
                demo: boolean;
            }[];
            payment: {
                /** @description How long a payment waits to be paid 付款时限 */
                minutes: number;
                /** @description Integer fen 整数分 */
                smallest_fen: number;
                /** @description Most by a payment code 付款码单笔上限 */
                pay_code_most_fen: number;
            };
            withdrawal: {
                /** @description To the member's own card or channel 提现方式 */
                ways: string[];
                /** @description Integer fen 整数分 */
                minimum_fen: number;
                per_day: number;
                /** @description The house takes no fee 不收手续费 */
                fee_fen: number;
                /** @description Integer fen 整数分 */
                two_officers_from_fen: number;
            };
            plan: {
                name: string;
                version: number;
                /** @description A purchase waits so long; null: not at all 待结天数 */
                refund_window_days: number | null;
                /** @description Commissions are frozen so long 奖励冻结天数 */
                commission_freeze_days: number | null;
                /** @description Ceiling of a lot, times what was paid; no goal 封顶倍数，不是目标 */
                cap: string;
                /** @description What of a redemption stays in the pool 留存比例 */
                exit_load: string;
            };
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
        TextKept: {
            text: string;
            /** @description ISO 8601 */
            first_at: string;
        };
        MemberExport: {
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
                    "application/json": components["schemas"]["CodeSent"];
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
                    /** @description Code of the store or member he came by 所凭的门店码或推荐码 */
                    referral?: string;
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
    changePassword: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    old: string;
                    new: string;
                };
            };
        };
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
    listLogins: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["Login"][];
                        next_cursor: string | null;
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
    listDevices: {
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
                    "application/json": {
                        items: components["schemas"]["Device"][];
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
    signOutElsewhere: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
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
                    "application/json": {
                        closed: number;
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
    listConsents: {
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
                    "application/json": {
                        items: components["schemas"]["Consent"][];
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
    recordConsent: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    purpose: "disclosure" | "agreement" | "privacy" | "referral" | "marketing" | "identity";
                    text_id: string;
                    /** @description The text as it was shown 所示原文 */
                    text: string;
                    given: boolean;
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
                    "application/json": components["schemas"]["Consent"];
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
    listPayments: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                /** @description created → paying → paid → booked 待付 → 付款中 → 已付 → 已入账 */
                state?: "created" | "paying" | "paid" | "booked" | "cancelled" | "expired" | "failed" | "mismatch" | "refund_due" | "refunded";
                member?: string;
                merchant?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["PaymentLine"][];
                        next_cursor: string | null;
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
    createPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "merchant": "s-tea",
                 *       "amount_fen": 12800,
                 *       "channel": "demo"
                 *     }
                 */
                "application/json": {
                    /** @description By default who asks 默认为本人 */
                    member?: string;
                    /**
                     * @description The code a member shows, in place of `member` 会员出示的付款码
                     * @example 281234567890123456
                     */
                    pay_code?: string;
                    merchant: string;
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    amount_fen: number;
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    cost_fen?: number;
                    channel: string;
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
                    "application/json": components["schemas"]["PaymentBegun"];
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
    getPayment: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Payment"];
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
    cancelPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Payment"];
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
    createPaymentRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "merchant": "s-tea",
                 *       "amount_fen": 12800
                 *     }
                 */
                "application/json": {
                    merchant: string;
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    amount_fen: number;
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    cost_fen?: number;
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
                    "application/json": components["schemas"]["PaymentRequest"];
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
    getPaymentRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["PaymentRequest"];
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
    payPaymentRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "demo"
                 *     }
                 */
                "application/json": {
                    channel: string;
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
                    "application/json": components["schemas"]["PaymentBegun"];
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
    cancelPaymentRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                code: string;
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
                    "application/json": components["schemas"]["PaymentRequest"];
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
    getPayCode: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["PayCode"];
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
    notifyDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
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
                    "application/json": components["schemas"]["Noticed"];
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
    payDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "no": "0199f0c8d2a07a6c9a1d2b3c4d5e6f70",
                 *       "outcome": "paid"
                 *     }
                 */
                "application/json": {
                    /** @description The number on the pay page 付款页上的单号 */
                    no: string;
                    /**
                     * @default paid
                     * @enum {string}
                     */
                    outcome?: "paid" | "declined";
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
                    "application/json": components["schemas"]["Noticed"];
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
    listPurchases: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                id?: string;
                member?: string;
                merchant?: string;
                state?: "pending" | "settled" | "refunded";
                /** @description Who took it, by `taken_by` 经手人 */
                clerk?: string;
                /** @description Paid at least 金额不低于 */
                least_fen?: number;
                /** @description Paid at most 金额不高于 */
                most_fen?: number;
            };
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
                    "application/json": {
                        items: components["schemas"]["Purchase"][];
                        next_cursor: string | null;
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
    createPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "member": "m-1001",
                 *       "merchant": "s-tea",
                 *       "amount_fen": 12800
                 *     }
                 */
                "application/json": {
                    member: string;
                    merchant: string;
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    amount_fen: number;
                    /**
                     * @description Own goods only 仅自营商品
                     * @example 12800
                     */
                    cost_fen?: number;
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
                    "application/json": components["schemas"]["PurchaseTaken"];
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
    getPurchase: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Purchase"];
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
    getReceipt: {
        parameters: {
            query?: {
                lang?: "zh" | "en";
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
                    "application/json": components["schemas"]["PurchaseReceipt"];
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
    refundPurchase: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_fen": 3000,
                 *       "reason": "goods"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    amount_fen: number;
                    /**
                     * @description For the operation log 退款原因，记入操作日志
                     * @enum {string}
                     */
                    reason?: "goods" | "price" | "twice" | "other";
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
                    "application/json": components["schemas"]["RefundTaken"];
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
    redeem: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "points": "10.00000000",
                 *       "min_proceeds_fen": 780
                 *     }
                 */
                "application/json": {
                    /** @description Points, or "all" 积分，或 "all" */
                    points: string;
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    min_proceeds_fen?: number;
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
                    "application/json": components["schemas"]["Redeemed"];
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
    listWithdrawals: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                id?: string;
                member?: string;
                /** @description Whole, for staff 完整手机号 */
                phone?: string;
                state?: "requested" | "refused" | "applied" | "first_approved" | "approved" | "rejected" | "cancelled" | "sent" | "awaiting_member" | "paid" | "failed" | "expired";
            };
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
                    "application/json": {
                        items: components["schemas"]["WithdrawalLine"][];
                        next_cursor: string | null;
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
    applyForWithdrawal: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "wallet",
                 *       "amount_fen": 50000,
                 *       "way": "bank_card"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    source: "wallet" | "commission";
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    amount_fen: number;
                    /**
                     * @description `bank_card`, or a channel 银行卡或渠道名
                     * @example bank_card
                     */
                    way: string;
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
                    "application/json": components["schemas"]["Withdrawal"];
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
    cancelWithdrawal: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Withdrawal"];
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
    getWithdrawalTotals: {
        parameters: {
            query?: {
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                id?: string;
                member?: string;
                /** @description Whole, for staff 完整手机号 */
                phone?: string;
            };
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
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            state: "requested" | "refused" | "applied" | "first_approved" | "approved" | "rejected" | "cancelled" | "sent" | "awaiting_member" | "paid" | "failed" | "expired";
                            count: number;
                            /** @description Integer fen 整数分 */
                            amount_fen: number;
                        }[];
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
    getWithdrawal: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["WithdrawalLine"];
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
    approveWithdrawal: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Withdrawal"];
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
    rejectWithdrawal: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "银行卡信息不全，请补充后再申请"
                 *     }
                 */
                "application/json": {
                    /** @description Shown to the member 会员可见 */
                    reason: string;
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
                    "application/json": components["schemas"]["Withdrawal"];
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
    payWithdrawal: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "voucher": "ICBC-20261102-0007"
                 *     }
                 */
                "application/json": {
                    /** @description Number of the transfer 打款凭证号 */
                    voucher?: string;
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
                    "application/json": components["schemas"]["Withdrawal"];
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
    readWithdrawalDestination: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["WithdrawalDestination"];
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
    listInjections: {
        parameters: {
            query?: {
                state?: "asked" | "approved" | "done" | "rejected" | "stopped";
                limit?: number;
            };
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
                    "application/json": {
                        items: components["schemas"]["Injection"][];
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
    askInjection: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_fen": 30000000,
                 *       "days": 30,
                 *       "announce_zh": "十一月起逐日注资三十万元，共三十日。",
                 *       "announce_en": "300,000 yuan are injected from November on, day by day over thirty days."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    amount_fen: number;
                    /** @description By default the setting 默认按设置 */
                    days?: number;
                    /**
                     * Format: date-time
                     * @example 2026-03-01T00:00:00+08:00
                     */
                    starts_at?: string;
                    announce_zh: string;
                    announce_en: string;
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
                    "application/json": components["schemas"]["InjectionAsked"];
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
    askRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount_fen": 30000000,
                 *       "days": 30,
                 *       "announce_zh": "十一月起逐日注资三十万元，共三十日。",
                 *       "announce_en": "300,000 yuan are injected from November on, day by day over thirty days."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Integer fen 整数分
                     * @example 12800
                     */
                    amount_fen: number;
                    /** @description By default the setting 默认按设置 */
                    days?: number;
                    /**
                     * Format: date-time
                     * @example 2026-03-01T00:00:00+08:00
                     */
                    starts_at?: string;
                    announce_zh: string;
                    announce_en: string;
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
                    "application/json": components["schemas"]["InjectionAsked"];
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
    listPresets: {
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
                    "application/json": {
                        items: components["schemas"]["Preset"][];
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
    getPlanFacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan": {
                 *         "name": "local-life",
                 *         "version": 2,
                 *         "take": "20%"
                 *       }
                 *     }
                 */
                "application/json": {
                    plan: {
                        [key: string]: unknown;
                    };
                    /** @default main */
                    feed?: string;
                    /**
                     * @description Cost of own goods, of their price 自营成本占售价
                     * @example 30%
                     */
                    cost?: string;
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
                    "application/json": components["schemas"]["PlanFacts"];
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
    listUploads: {
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
                    "application/json": {
                        items: components["schemas"]["Upload"][];
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
    uploadOrders: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer 答复 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
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
    previewUpload: {
        parameters: {
            query?: {
                encoding?: "auto" | "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
                delimiter?: "auto" | "," | ";" | "\t";
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
                    "application/json": components["schemas"]["UploadPreview"];
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
    listWorlds: {
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
                    "application/json": {
                        items: components["schemas"]["World"][];
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
    listSimulations: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["SimulationLine"][];
                        next_cursor: string | null;
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
    askSimulation: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "simulate",
                 *       "plan": {
                 *         "name": "local-life",
                 *         "version": 1
                 *       },
                 *       "world": "equal-purchases",
                 *       "runs": 1
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "backtest" | "simulate";
                    title?: string;
                    /** @description One that is kept, in force or a preset; or a draft whole 已有章程或整份草案 */
                    plan: {
                        name: string;
                        version: number;
                    } | {
                        draft: {
                            [key: string]: unknown;
                        };
                    };
                    /** @description To backtest 回测的文件 */
                    upload?: string;
                    /** @description Role → header; null: no such column 各角色读哪一列 */
                    mapping?: {
                        [key: string]: string | null;
                    };
                    /** @enum {string} */
                    unit?: "yuan" | "fen";
                    /** @enum {string} */
                    encoding?: "auto" | "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
                    /** @enum {string} */
                    delimiter?: "auto" | "," | ";" | "\t";
                    /** @example +08:00 */
                    offset?: string;
                    /** @description Store of rows that name none 未写门店时的门店 */
                    store?: string;
                    region?: string;
                    goods?: boolean;
                    /**
                     * @description To simulate 推演的世界
                     * @example growing
                     */
                    world?: string;
                    seed?: number;
                    runs?: number;
                    /** @enum {string} */
                    adversary?: "all" | "wash_ring" | "bank_run" | "exit_cascade" | "front_run" | "growth_stop" | "part_sale";
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
                    "application/json": components["schemas"]["Simulation"];
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
    getSimulation: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Simulation"];
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
    getSimulationReport: {
        parameters: {
            query?: never;
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
                    "application/json": string;
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
    listPlans: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                state?: "draft" | "checked" | "signed" | "effective" | "withdrawn";
            };
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
                    "application/json": {
                        items: components["schemas"]["PlanLine"][];
                        next_cursor: string | null;
                        /** @description What each feed goes by now 现行章程 */
                        in_force: {
                            feed: string;
                            name: string;
                            version: number;
                            since_seq: number;
                        }[];
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
    draftPlan: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As in RULES section 7 章程文件 */
                    plan: {
                        [key: string]: unknown;
                    };
                    feed?: string;
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
                    "application/json": components["schemas"]["PlanShown"];
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
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                version: string;
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
                    "application/json": components["schemas"]["PlanShown"];
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
    checkPlan: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "recorded": {
                 *         "in_store_only": {
                 *           "in_store_only": "yes"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description By rule, then by need 按规则与所需项 */
                    recorded?: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
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
                    "application/json": components["schemas"]["PlanShown"];
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
    signPlan: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hash: string;
                    risk_text_sha256?: string;
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
                    "application/json": components["schemas"]["PlanShown"];
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
    publishPlan: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "effective_from": "2026-12-01T00:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @example 2026-03-01T00:00:00+08:00
                     */
                    effective_from: string;
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
                    "application/json": components["schemas"]["PlanShown"];
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
    withdrawPlan: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                name: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "抽成比例写错，另行起草"
                 *     }
                 */
                "application/json": {
                    reason: string;
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
                    "application/json": components["schemas"]["PlanShown"];
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
    listJournals: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                kind?: string;
                /** @description Of an order 指令编号 */
                id?: string;
                /** @description One of whose accounts was touched 涉及的会员 */
                member?: string;
                /** @description Whose account was touched 涉及的商户 */
                merchant?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["Journal"][];
                        next_cursor: string | null;
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
    getJournal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                seq: string;
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
                    "application/json": components["schemas"]["Journal"];
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
    getAccountHistory: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
            };
            header?: never;
            path: {
                /** @description Such as wallet:m-1001, payable:s-tea, pool 如 wallet:会员号 */
                account: string;
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
                    "application/json": {
                        items: components["schemas"]["HistoryRow"][];
                        next_cursor: string | null;
                        account: string;
                        /** @enum {string} */
                        unit: "fen" | "points";
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
    getTrialBalance: {
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
                    "application/json": components["schemas"]["TrialBalance"];
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
    getProof: {
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
                    "application/json": components["schemas"]["Proof"];
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
    listProofs: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
            };
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
                    "application/json": {
                        items: {
                            /**
                             * @description Day in the time of the country 日期
                             * @example 2026-03-01
                             */
                            day: string;
                            proof: components["schemas"]["Proof"];
                        }[];
                        next_cursor: string | null;
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
    makeProof: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer 答复 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
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
    getDisclosure: {
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
                    "application/json": components["schemas"]["Disclosure"];
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
    getPriceHistory: {
        parameters: {
            query?: {
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                /** @description Most points of the curve 最多点数 */
                points?: number;
            };
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
                    "application/json": {
                        now: {
                            seq: number;
                            price: string;
                            /** @description Integer fen 整数分 */
                            cash_fen: number;
                            /** @description Points with 8 decimals 八位小数的积分 */
                            points: string;
                            /** @description Yuan per point after the exit load 扣留存后 */
                            redeemable: string;
                        };
                        items: components["schemas"]["PricePoint"][];
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
    getTerms: {
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
                    "application/json": components["schemas"]["Terms"];
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
    listAgreements: {
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
                    "application/json": {
                        items: components["schemas"]["Agreement"][];
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
    getText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
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
                    "application/json": components["schemas"]["TextKept"];
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
    getMemberSpread: {
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
                    "application/json": components["schemas"]["MemberSpread"];
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
    getStanding: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Standing"];
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
    listRegions: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                level?: "province" | "city" | "district";
                /** @description Right below this one 直属 */
                parent?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["Division"][];
                        next_cursor: string | null;
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
    getCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
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
                    "application/json": components["schemas"]["CodeShown"];
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
    listMembers: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /** @description What the id begins with 编号开头 */
                id?: string;
                /**
                 * @description The whole number 完整手机号
                 * @example 13800138000
                 */
                phone?: string;
                /** @description What the name begins with 姓名（昵称）开头 */
                name?: string;
                /**
                 * @description Joined from this moment 加入时间起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Joined before this moment 加入时间止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                /** @description Locked to its owner 锁定于该店店主 */
                store?: string;
                /** @description Right below this member 直推 */
                sponsor?: string;
                /** @description Those who owe 有欠款的 */
                arrears?: "true";
                /** @description The greatest first 从大到小 */
                sort?: "joined" | "points" | "spend";
            };
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
                    "application/json": {
                        items: components["schemas"]["MemberLine"][];
                        next_cursor: string | null;
                        /** @description How many the filter finds 总数 */
                        total: number;
                        /** @description Whether there are more than that 是否多于此数 */
                        total_more: boolean;
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
    createMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 13800138000 */
                    phone: string;
                    name?: string;
                    /** @description By default the asker's one store 默认为本店 */
                    store?: string;
                    code?: string;
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
                    "application/json": components["schemas"]["MemberMade"];
                };
            };
            /** @description Answer 答复 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberMade"];
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
    getMember: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Member"];
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
    eraseMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
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
    changeMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    real_name?: string;
                    id_number?: string;
                    bank_card?: string;
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
                    "application/json": components["schemas"]["Member"];
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
    getMemberCode: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Code"];
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
    getBalances: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Balances"];
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
    listLots: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                state?: "live" | "ceased";
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
                    "application/json": {
                        items: components["schemas"]["Lot"][];
                        next_cursor: string | null;
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
    getMemberHistory: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                /** @description Only what came in or went out 收入或支出 */
                way?: "in" | "out";
                /** @description Which account 哪一户 */
                account?: "points" | "wallet" | "commission" | "commission_frozen" | "withdrawal";
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
                    "application/json": {
                        items: components["schemas"]["MemberMovement"][];
                        next_cursor: string | null;
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
    listCommissions: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /** @example 2026-03 */
                month?: string;
                state?: "frozen" | "available" | "clawed_back";
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
                    "application/json": components["schemas"]["Commissions"];
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
    listMessages: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
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
                    "application/json": {
                        items: components["schemas"]["Message"][];
                        next_cursor: string | null;
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
    getTeam: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /** @description By joining 按加入先后 */
                order?: "newest" | "oldest";
                /** @description Which level is listed 列哪一级 */
                level?: "1" | "2";
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
                    "application/json": components["schemas"]["Team"];
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
    bindMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
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
                    "application/json": components["schemas"]["Bound"];
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
    askSponsorCorrection: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sponsor: string | null;
                    /** @example 2026-0042 */
                    case: string;
                    reason: string;
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
                    "application/json": components["schemas"]["Approval"];
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
    exportMember: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["MemberExport"];
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
    listStores: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description A division and all below it 区划及其下级
                 * @example 440305
                 */
                region?: string;
                owner?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["Store"][];
                        next_cursor: string | null;
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
    openStore: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description By default a new one 默认新编 */
                    id?: string;
                    name_zh: string;
                    name_en?: string | null;
                    address: string;
                    phone?: string | null;
                    /** @description The member whose it is 店主（会员） */
                    owner: string;
                    /** @example 440305 */
                    region: string;
                    /**
                     * @description By default the plan's 默认按章程
                     * @example 20%
                     */
                    take?: string;
                    recruiter?: string;
                    /**
                     * @description The operator's own goods 自营商品
                     * @default false
                     */
                    goods?: boolean;
                    feed?: string;
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
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description Answer 答复 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
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
    getStore: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Store"];
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
    changeStore: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name_zh?: string;
                    name_en?: string | null;
                    address?: string;
                    phone?: string | null;
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
                    "application/json": components["schemas"]["Store"];
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
    getStoreHistory: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
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
                    "application/json": {
                        items: components["schemas"]["Movement"][];
                        next_cursor: string | null;
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
    getStoreStatement: {
        parameters: {
            query: {
                /**
                 * @description First day 首日
                 * @example 2026-03-01
                 */
                from: string;
                /**
                 * @description Last day, included 末日（含）
                 * @example 2026-03-31
                 */
                to: string;
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
                    "application/json": components["schemas"]["StoreStatement"];
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
    listStoreMembers: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
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
                    "application/json": {
                        items: components["schemas"]["MemberLine"][];
                        next_cursor: string | null;
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
    getCrossEarnings: {
        parameters: {
            query?: {
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
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
                    "application/json": components["schemas"]["CrossEarnings"];
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
    getStoreCode: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Code"];
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
    listClerks: {
        parameters: {
            query?: never;
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
                    "application/json": {
                        items: components["schemas"]["Clerk"][];
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
    addClerk: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                    name?: string;
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
                    "application/json": components["schemas"]["Clerk"];
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
    removeClerk: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                clerk: string;
            };
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
    listStoreKeys: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
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
                    "application/json": {
                        items: components["schemas"]["Key"][];
                        next_cursor: string | null;
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
    createStoreKey: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Of these 可选：purchases:write, refunds:write, members:read, members:write, books:read */
                    scopes: ("orders:write" | "purchases:write" | "refunds:write" | "members:read" | "members:write" | "books:read" | "webhooks:manage")[];
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
                    "application/json": components["schemas"]["KeyMade"];
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
    revokeKey: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
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
    listAgents: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description Division code 区划代码
                 * @example 440305
                 */
                region?: string;
                state?: "asked" | "appointed" | "refused" | "ending" | "ended";
            };
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
                    "application/json": {
                        items: components["schemas"]["Agent"][];
                        next_cursor: string | null;
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
    appointAgent: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    member: string;
                    /**
                     * @description Division code 区划代码
                     * @example 440305
                     */
                    region: string;
                    filing_number: string;
                    /** Format: date */
                    disclosed_on: string;
                    /** Format: date */
                    cooling_off_until: string;
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
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description Answer 答复 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agent"];
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
    dismissAgent: {
        parameters: {
            query: {
                reason: string;
            };
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                /**
                 * @description Division code 区划代码
                 * @example 440305
                 */
                region: string;
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
                    "application/json": components["schemas"]["Agent"];
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
    listApprovals: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                state?: "asked" | "approved" | "rejected" | "done" | "expired";
                kind?: "plan" | "injection" | "sponsor_correction" | "withdrawal";
            };
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
                    "application/json": {
                        items: components["schemas"]["Approval"][];
                        next_cursor: string | null;
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
    approve: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the payload that was read 所读内容的哈希 */
                    payload_hash: string;
                    reason?: string;
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
                    "application/json": components["schemas"]["Approval"];
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
    reject: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the payload that was read 所读内容的哈希 */
                    payload_hash: string;
                    reason: string;
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
                    "application/json": components["schemas"]["Approval"];
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
    listStaff: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["StaffLine"][];
                        next_cursor: string | null;
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
    createStaff: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example li.na */
                    login: string;
                    password: string;
                    name: string;
                    roles: ("owner" | "finance" | "risk" | "service" | "marketing" | "auditor")[];
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
                        id: string;
                        /** @description Shown once, for the authenticator app 只显示一次 */
                        totp: {
                            secret: string;
                            uri: string;
                        } | null;
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
    changeStaff: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles?: ("owner" | "finance" | "risk" | "service" | "marketing" | "auditor")[];
                    active?: boolean;
                    /** @description A new one, with a new secret 重设密码与动态口令 */
                    password?: string;
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
                    "application/json": {
                        id: string;
                        /** @description Shown once, for the authenticator app 只显示一次 */
                        totp: {
                            secret: string;
                            uri: string;
                        } | null;
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
    listKeys: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["Key"][];
                        next_cursor: string | null;
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
    createKey: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("orders:write" | "purchases:write" | "refunds:write" | "members:read" | "members:write" | "books:read" | "webhooks:manage")[];
                    /**
                     * @description Its one store; null: all 绑定的门店
                     * @default null
                     */
                    store?: string | null;
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
                    "application/json": components["schemas"]["KeyMade"];
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
    listAudit: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                /** @description Id of a person or key 操作人编号 */
                who?: string;
                /** @description A deed, or all deeds of a thing 动作，或一类动作 */
                action?: string;
                /** @example store:s-tea */
                target?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["AuditLine"][];
                        next_cursor: string | null;
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
    listWebhooks: {
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
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
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
    createWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example https://example.com/wellspring */
                    url: string;
                    /**
                     * @description Empty: every event 空即全部
                     * @default []
                     */
                    events?: ("member.joined" | "member.locked" | "sponsor.corrected" | "store.opened" | "agent.appointed" | "agent.dismissed" | "plan.published" | "purchase.pending" | "purchase.settled" | "refund.booked" | "commission.thawed" | "redemption.booked" | "exit.forced" | "injection.booked" | "release.booked" | "withdrawal.held" | "withdrawal.paid" | "withdrawal.returned" | "pool.wound_up")[];
                    /** @description First journal told; by default the next one 起始凭证，默认下一笔 */
                    from_seq?: number;
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
                    "application/json": components["schemas"]["Webhook"];
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
    deleteWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
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
    changeWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example https://example.com/wellspring */
                    url?: string;
                    /** @description Empty: every event 空即全部 */
                    events?: ("member.joined" | "member.locked" | "sponsor.corrected" | "store.opened" | "agent.appointed" | "agent.dismissed" | "plan.published" | "purchase.pending" | "purchase.settled" | "refund.booked" | "commission.thawed" | "redemption.booked" | "exit.forced" | "injection.booked" | "release.booked" | "withdrawal.held" | "withdrawal.paid" | "withdrawal.returned" | "pool.wound_up")[];
                    active?: boolean;
                    rotate_secret?: boolean;
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
                    "application/json": components["schemas"]["Webhook"];
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
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
                state?: "queued" | "sending" | "delivered" | "dead";
                event?: string;
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
                    "application/json": {
                        items: components["schemas"]["Delivery"][];
                        next_cursor: string | null;
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
    replayWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from_seq": 1
                 *     }
                 */
                "application/json": {
                    from_seq: number;
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
                        queued: number;
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
    replayDelivery: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer 答复 */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queued: number;
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
    getJob: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Job"];
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
    cancelJob: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Job"];
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
    listSettings: {
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
                    "application/json": {
                        items: components["schemas"]["Setting"][];
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
    changeSettings: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "withdraw_minimum_fen": 1000
                 *     }
                 */
                "application/json": {
                    withdraw_minimum_fen?: number;
                    withdraw_large_fen?: number;
                    withdraw_per_day?: number;
                    pay_code_most_fen?: number;
                    payment_minutes?: number;
                    injection_days?: number;
                    injection_notice_days?: number;
                    plan_notice_days?: number;
                    clerk_refund_fen?: number;
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
                    "application/json": {
                        items: components["schemas"]["Setting"][];
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
    getOverview: {
        parameters: {
            query?: {
                /**
                 * @description First day; by default today 首日，默认今天
                 * @example 2026-03-01
                 */
                from?: string;
                /**
                 * @description Last day, included 末日（含）
                 * @example 2026-03-31
                 */
                to?: string;
            };
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
                    "application/json": components["schemas"]["Overview"];
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
    listDayFigures: {
        parameters: {
            query?: {
                /**
                 * @description First day; by default today 首日，默认今天
                 * @example 2026-03-01
                 */
                from?: string;
                /**
                 * @description Last day, included 末日（含）
                 * @example 2026-03-31
                 */
                to?: string;
            };
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
                    "application/json": {
                        /**
                         * @description Day in the time of the country 日期
                         * @example 2026-03-01
                         */
                        from: string;
                        /**
                         * @description Day in the time of the country 日期
                         * @example 2026-03-01
                         */
                        to: string;
                        items: components["schemas"]["DayFigures"][];
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
    rankStores: {
        parameters: {
            query?: {
                /**
                 * @description First day; by default today 首日，默认今天
                 * @example 2026-03-01
                 */
                from?: string;
                /**
                 * @description Last day, included 末日（含）
                 * @example 2026-03-31
                 */
                to?: string;
                rank?: "paid" | "purchases" | "take" | "locked";
                limit?: number;
            };
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
                    "application/json": {
                        /**
                         * @description Day in the time of the country 日期
                         * @example 2026-03-01
                         */
                        from: string;
                        /**
                         * @description Day in the time of the country 日期
                         * @example 2026-03-01
                         */
                        to: string;
                        items: components["schemas"]["StoreTurnover"][];
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
    listDivisionTurnover: {
        parameters: {
            query?: {
                /**
                 * @description First day; by default today 首日，默认今天
                 * @example 2026-03-01
                 */
                from?: string;
                /**
                 * @description Last day, included 末日（含）
                 * @example 2026-03-31
                 */
                to?: string;
            };
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
                    "application/json": {
                        /**
                         * @description Day in the time of the country 日期
                         * @example 2026-03-01
                         */
                        from: string;
                        /**
                         * @description Day in the time of the country 日期
                         * @example 2026-03-01
                         */
                        to: string;
                        items: components["schemas"]["ProvinceTurnover"][];
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
    listLocks: {
        parameters: {
            query?: never;
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
                    "application/json": {
                        items: components["schemas"]["Lock"][];
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
    listMemberDevices: {
        parameters: {
            query?: never;
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
                    "application/json": {
                        items: components["schemas"]["Device"][];
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
    listMemberConsents: {
        parameters: {
            query?: never;
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
                    "application/json": {
                        items: components["schemas"]["Consent"][];
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
    getPurchaseTotals: {
        parameters: {
            query?: {
                /**
                 * @description From this moment 起
                 * @example 2026-03-01T00:00:00+08:00
                 */
                from?: string;
                /**
                 * @description Up to this moment, without it 止（不含）
                 * @example 2026-03-01T00:00:00+08:00
                 */
                to?: string;
                id?: string;
                member?: string;
                merchant?: string;
                state?: "pending" | "settled" | "refunded";
                /** @description Who took it, by `taken_by` 经手人 */
                clerk?: string;
                /** @description Paid at least 金额不低于 */
                least_fen?: number;
                /** @description Paid at most 金额不高于 */
                most_fen?: number;
            };
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
                    "application/json": components["schemas"]["PurchaseTotals"];
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
    getStoreToday: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["StoreToday"];
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
    listShifts: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
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
                    "application/json": {
                        items: components["schemas"]["Shift"][];
                        next_cursor: string | null;
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
    openShift: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Answer 答复 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
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
    closeShift: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                n: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Counted in the drawer 实点现金
                     * @example 12800
                     */
                    counted_fen?: number;
                    note?: string;
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
                    "application/json": components["schemas"]["Shift"];
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
    listExports: {
        parameters: {
            query?: {
                /** @description Items a page 每页条数 */
                limit?: number;
                /** @description `next_cursor` of the page before 上一页的 next_cursor */
                cursor?: string;
            };
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
                    "application/json": {
                        items: components["schemas"]["Export"][];
                        next_cursor: string | null;
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
    createExport: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "list": "members",
                 *       "filter": {
                 *         "from": "2026-03-01T00:00:00+08:00"
                 *       },
                 *       "format": "xlsx"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    list: "members" | "stores" | "purchases" | "withdrawals" | "commissions" | "journals" | "store-statement" | "trial-balance";
                    /**
                     * @description As the query of the list itself 与列表查询同名
                     * @default {}
                     */
                    filter?: {
                        [key: string]: string | number;
                    };
                    /** @description In this order; by default all 默认全部 */
                    columns?: string[];
                    /**
                     * @default xlsx
                     * @enum {string}
                     */
                    format?: "xlsx" | "csv";
                    /**
                     * @default zh
                     * @enum {string}
                     */
                    language?: "zh" | "en";
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
                    "application/json": components["schemas"]["Export"];
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
    getExport: {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Export"];
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
    cancelExport: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
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
                    "application/json": components["schemas"]["Export"];
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
    getExportFile: {
        parameters: {
            query?: never;
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
                    "application/json": unknown;
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
    getPreferences: {
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
                    "application/json": components["schemas"]["Preferences"];
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
    putPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            /** @description Answer 答复 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
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
    judgePayment: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "付款人输错金额"
                 *     }
                 */
                "application/json": {
                    reason: string;
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
                    "application/json": components["schemas"]["PaymentLine"];
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
    settlePaymentRefund: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key with the same body gets the same answer 同键同文，同一答复 */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "voucher": "WX-REFUND-0007"
                 *     }
                 */
                "application/json": {
                    voucher: string;
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
                    "application/json": components["schemas"]["PaymentLine"];
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
