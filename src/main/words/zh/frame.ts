/** The frame: help, usage, files, progress, in Chinese. */
export const zhFrame = {
  "program.about": "活水：本地商户联盟的会员账簿，人人可验。先拿自己的订单回测一份章程，再谈上线。",
  "program.usage": "<命令> [选项]",
  "program.after": `第一次使用：wellspring demo
某个命令的例子与退出码：wellspring help <命令>`,

  "help.usage": "用法：",
  "help.arguments": "参数：",
  "help.options": "选项：",
  "help.global_options": "通用选项：",
  "help.commands": "命令：",
  "help.examples": "例子：",
  "help.status": "退出码：",
  "help.version": "显示版本号",
  "help.help": "显示帮助",
  "help.help_command": "显示某个命令的帮助",

  "status.table": `  0    正常
  1    被拒绝：章程不能发布，或要查的事没有通过
  2    已做完，但输入中有坏行（已逐一列出）
  3    命令行写错了
  4    文件读不了或写不了
  70   程序自身出错
  130  被 Ctrl-C 中断`,

  "word.or": " 或 ",
  "word.command": "命令",
  "word.options": "选项",
  "word.stdin": "标准输入",
  "word.orders_jsonl": "ORDERS.jsonl",
  "word.orders_csv": "ORDERS.csv",
  "word.plan": "章程",
  "word.yes": "是",
  "word.no": "否",

  "option.lang": "界面语言；不写则看系统语言",
  "option.json": "输出 JSON，给程序读",
  "option.progress": "总是显示进度（在标准错误上）",
  "option.no_progress": "不显示进度",
  "option.plan": "章程文件，或预设的名字（如 local-life）",
  "option.out": "结果放在哪个目录",
  "option.force": "目录里有别的文件也照写（从不删除别的文件）",

  "progress.bounded":
    "[[title]]  [[bar]] [[percentage]]%  [[value]] / [[total]]  每秒 [[rate]] 笔  剩余 [[eta_formatted]]",
  "progress.open": "[[title]]  [[value]]  每秒 [[rate]] 笔  已用 [[duration_formatted]]",

  "fault.cancelled": "已中断，没有留下半成的文件。",
  "fault.internal": "程序自身出错：{message}。设 WELLSPRING_DEBUG=1 再运行一次可见细节，请连同它一起报告。",
  "fault.safe_range": "合计金额超出可精确表示的范围（2^53 − 1 分），没有给出结果。",
  "fault.stdout": "结果写不到标准输出：{reason}",
  "fault.unreadable": "读不了 {file}：{reason}",
  "fault.unwritable": "写不了 {file}：{reason}",
  "fault.file": "{file}：{sentence}",
  "fault.line": "{file} 第 {number} 行：{sentence}",
  "fault.byte": "{file} 第 {number} 字节：{sentence}",
  "fault.empty": "{file} 是空的。",
  "fault.too_large": "{file} 超过 {limit} KiB，不像是一份章程。",
  "fault.no_such_plan": "没有章程“{given}”：既不是文件，也不是预设。预设有：{names}",
  "fault.no_such_world": "没有世界“{given}”：既不是文件，也不是自带的。自带的有：{names}",
  "fault.encoding": "{file} 既不是 UTF-8 也不是 GB18030 编码的文本。",
  "fault.not_lines": "{file} 不是逐行的 JSON 文本（像是 {kind}）；请转成 UTF-8 文本。",
  "fault.json": "{file} 第 {line} 行第 {column} 列：这里不合 JSON 的写法。",
  "fault.key_twice": "{file} 第 {line} 行第 {column} 列：“{key}”在同一个对象里写了两次，不知以哪个为准。",
  "fault.plan": "章程 {file} 有 {count} 处错误：",
  "fault.world": "世界 {file} 有 {count} 处错误：",
  "fault.foreign_folder":
    "目录 {folder} 里有别的文件（{found}）；请换一个 --out，或加 --force（不会删除别的文件）。",

  "system.not_found": "不存在",
  "system.permission": "没有权限",
  "system.directory": "是一个目录",
  "system.not_directory": "路径里有一处不是目录",
  "system.name_too_long": "名字太长",
  "system.full": "磁盘已满",
  "system.too_many_open": "打开的文件太多",

  "usage.unknown_option": "没有选项 {what}。",
  "usage.unknown_option_meant": "没有选项 {what}；是不是 {meant}？",
  "usage.unknown_command": "没有命令“{what}”。wellspring --help 列出所有命令。",
  "usage.unknown_command_meant": "没有命令“{what}”；是不是 {meant}？",
  "usage.missing_argument": "缺少参数 {what}。",
  "usage.option_needs_value": "选项 {what} 后面要有值。",
  "usage.option_required": "缺少选项 {what}。",
  "usage.too_many_arguments": "命令 {what} 的参数太多。",
  "usage.options_conflict": "{what} 与 {other} 不能同用。",
  "usage.choice": "“{value}”不在可选之列：{choices}。",
  "usage.whole": "{flag} 要一个 {least} 到 {most} 之间的整数，不能是“{value}”。",
  "usage.yuan": "{flag} 要一个金额（元，最多两位小数，不带分隔符），不能是“{value}”。",
  "usage.incomplete": "这个命令后面还要一个子命令；加 --help 可见有哪些。",
  "usage.other": "命令行有误：{message}",
} as const;
