"""Every word that reports and commands say, in Chinese and in English."""

from __future__ import annotations

from typing import Literal

from yiwu_diff.compare.labels import LABELS, LabelName

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

WORDS: dict[str, tuple[str, str]] = {
    # the five fields, and the item as a whole
    "field.audience": ("服务对象", "audience"),
    "field.content": ("服务内容", "content"),
    "field.level": ("服务标准", "level"),
    "field.funding": ("支出责任", "funding"),
    "field.lead": ("牵头单位", "lead"),
    "field.item": ("项目", "item"),
    "field.name": ("名称", "name"),
    "field.domain": ("领域", "domain"),
    "field.service": ("服务类别", "service"),
    # bases
    "basis.official": ("官方文本", "official text"),
    "basis.quoted": ("起草说明引述", "quoted from the drafting note"),
    "basis.reconstructed": ("据公开资料重构", "reconstructed from public sources"),
    "basis.named": ("仅有名称", "name only"),
    # levels
    # how items were paired
    "how.id": ("编号相同", "same id"),
    "how.name": ("名称相同", "same name"),
    "how.alias": ("别名相同", "same alias"),
    "how.similar": ("按相似度配对", "paired by similarity"),
    "how.split": ("拆分", "split"),
    "how.merged": ("合并", "merged"),
    "how.given": ("指定", "given"),
    "how.none": ("没有对应", "no counterpart"),
    # the head of a report
    "head.against": ("对照", "against"),
    "head.items": ("{n} 项", "{n} items"),
    "head.declared": ("声明 {n} 项", "{n} declared"),
    "head.text": ("{n} 项有文本", "{n} with text"),
    "head.filtered": ("只含筛选后的 {n} 项（共 {total} 项）：", "only {n} of {total} items: "),
    # the summary
    "summary": ("概要", "Summary"),
    "summary.total": (
        "合计 {labels} 个标签，落在 {items} 个项目上",
        "{labels} labels on {items} distinct items",
    ),
    "summary.none": ("没有{names}", "none {names}"),
    "summary.none_compared": ("已比对的没有{names}", "none {names} among those compared"),
    "summary.unchanged": (
        "一致 {n} 项（完全相同 {equal} 项，只有本地化或文字差别 {harmless} 项）",
        "{n} unchanged ({equal} equal, {harmless} different only in local names or wording)",
    ),
    "summary.not_compared": (
        "未比对 {n} 项：至少一方没有文本，不能算作一致",
        "{n} not compared: no text on at least one side, so not known to be unchanged",
    ),
    "summary.bases": ("依据：", "Basis of the labels: "),
    "summary.basis": ("{n} 个标签据{basis}", "{n} on {basis}"),
    "basis.short.official": ("官方文本", "official text"),
    "basis.short.quoted": ("起草说明引述的文本", "text quoted from the drafting note"),
    "basis.short.reconstructed": (
        "公开资料重构的文本，待换成官方文本",
        "text reconstructed from public sources, to be replaced by the official one",
    ),
    "basis.short.named": ("名称", "the name alone"),
    "summary.unsure": (
        "{n} 处判断待核（标有「待核」）",
        "{n} readings to be verified (marked “verify”)",
    ),
    "summary.domains": ("各领域", "By domain"),
    "summary.no_domain": ("（未写明领域）", "(no domain)"),
    # empty results
    "empty.equal": ("两份标准已比对的文本完全相同。", "All texts compared are equal."),
    "empty.harmless": (
        "没有增减：差别只在本地化（省、市、县名称和机构）或文字。",
        "Nothing granted or taken: only local names or wording differ.",
    ),
    "empty.filtered": (
        "没有符合筛选条件的项目。",
        "No item fits the filters.",
    ),
    "empty.no_items": (
        "没有可比对的项目：两份标准都没有项目。",
        "Nothing compared: neither standard has an item.",
    ),
    "empty.no_text": (
        "没有比对任何项目：没有一对项目双方都有文本。",
        "Nothing compared: no pair has a text on both sides.",
    ),
    # the body
    "body.unchanged": ("一致", "Unchanged"),
    "body.equal": ("完全相同", "equal"),
    "body.harmless": ("只有本地化或文字差别", "local names or wording only"),
    "body.not_compared": ("未比对（没有文本）", "Not compared (no text)"),
    "body.renamed": ("更名", "Renamed"),
    "body.restructured": ("拆分与合并", "Split and merged"),
    "body.was": ("原名 {name}", "formerly {name}"),
    "body.unsure": ("待核", "verify"),
    "body.pair_unsure": ("配对待核", "pairing to be verified"),
    "body.moved": ("自{field}移来", "moved from {field}"),
    "body.also": ("另有：{labels}", "also {labels}"),
    "body.no_text": ("（没有文本）", "(no text)"),
    "body.absent": ("（没有这一项）", "(no such item)"),
    "body.legend": ("标记：{add} 增加，{drop} 删去", "Marks: {add} added, {drop} dropped"),
    "body.omitted": ("…（略 {n} 字）…", "… ({n} characters omitted) …"),
    "body.name_only": ("（仅有名称，没有文本）", "(name only, no text)"),
    # marks and joints
    "mark.add": ("【+{text}】", "[+{text}+]"),
    "mark.drop": ("【-{text}】", "[-{text}-]"),
    "list.joint": ("、", ", "),
    "list.comma": ("，", ", "),
    "list.semi": ("；", "; "),
    "list.colon": ("：", ": "),
    "list.open": ("（", " ("),
    "list.close": ("）", ")"),
    "quote.open": ("「", " “"),
    "quote.close": ("」", "”"),
    # what people decided
    "decided": ("人的裁定", "Decided by people"),
    "decided.head.item": ("项目", "item"),
    "decided.head.label": ("标签", "label"),
    "decided.head.verdict": ("裁定", "verdict"),
    "decided.head.reason": ("理由", "reason"),
    "decided.head.who": ("何人何时", "who and when"),
    "decided.head.state": ("结果", "outcome"),
    "decided.verdict.accept": ("认可", "accepted"),
    "decided.verdict.reject": ("否定", "rejected"),
    "decided.verdict.add": ("补加", "added"),
    "decided.mark.accept": ("人已认可", "accepted by a person"),
    "decided.mark.add": ("由人补加", "added by a person"),
    "decided.mark.reject": ("{label}已由人否定", "{label} rejected by a person"),
    "decided.state.applied": ("已采用", "applied"),
    "decided.state.stale": (
        "已过期，未采用：文本在裁定后改过，请重新裁定",
        "stale, not applied: a text changed since; decide again",
    ),
    "decided.state.contradicted": (
        "互相矛盾，未采用：对这个标签有几条裁定，请只留一条",
        "contradicted, not applied: several are about this label; keep one",
    ),
    "decided.state.needless": (
        "不起作用：这个项目现在没有这个标签，请删去",
        "without effect: the item does not carry this label; remove it",
    ),
    "decided.state.needless.add": (
        "不起作用：这个标签现在由规则给出，请删去",
        "without effect: the rules give this label by now; remove it",
    ),
    "decided.state.unknown": (
        "不起作用：没有这个项目，请核对编号",
        "without effect: there is no such item; check the id",
    ),
    "decided.count": ("人的裁定 {n} 条", "{n} decisions by people"),
    "decided.count.applied": ("已采用 {n} 条", "{n} applied"),
    "decided.count.stale": ("已过期未采用 {n} 条", "{n} stale and not applied"),
    "decided.count.contradicted": ("互相矛盾未采用 {n} 条", "{n} contradicted and not applied"),
    "decided.count.needless": ("不起作用 {n} 条", "{n} without effect"),
    "decided.count.unknown": ("没有这个项目 {n} 条", "{n} about an unknown item"),
    # filters
    "filter.label": ("标签", "label"),
    "filter.domain": ("领域", "domain"),
    "filter.service": ("服务类别", "service"),
    "filter.lead": ("牵头单位", "lead"),
    "filter.item": ("项目", "item"),
    "lead.unknown": ("未注明牵头单位", "no lead agency stated"),
    # show
    "show.against": ("比{name}", "over {name}"),
    "show.nothing": ("无增减", "nothing granted or taken"),
    "show.equal": ("文本相同", "equal text"),
    "show.unknown": ("没有文本，未比对", "no text, not compared"),
    # list
    "list.head.ref": ("引用", "ref"),
    "list.head.domains": ("领域", "domains"),
    "list.head.services": ("类别", "services"),
    "list.head.items": ("项目", "items"),
    "list.head.texts": ("有文本", "with text"),
    "list.head.title": ("标题", "title"),
    "list.note": (
        "「11/11」：数据集中有的 / 标准自己声明的；「-」：没有声明。",
        "“11/11”: held by the dataset / declared by the standard itself; “-”: not declared.",
    ),
    "list.bases": (
        "各栏文本的依据（「仅有名称」按项目计）：",
        "Bases of the fields' texts (name only: items): ",
    ),
    "list.no_service": ("（未写明类别）", "(no service category)"),
    "basis.word.official": ("官方", "official"),
    "basis.word.quoted": ("引述", "quoted"),
    "basis.word.reconstructed": ("重构", "reconstructed"),
    "basis.word.named": ("仅名称", "name only"),
    # the findings of a check
    "check.title": ("检查：{title}（{ref}）", "Check: {title} ({ref})"),
    "check.bases": ("对照：{refs}", "Compared with: {refs}"),
    "check.bases.none": ("没有对照任何标准", "Compared with no other standard"),
    "check.ran": ("运行检查 {n} 项", "Checks run: {n}"),
    "check.off": ("设置中关闭、没有运行的检查：{ids}", "Switched off in the settings: {ids}"),
    "check.ran.none": ("没有运行任何检查", "No check was run"),
    "check.severity.error": ("错误", "error"),
    "check.severity.warning": ("警告", "warning"),
    "check.severity.note": ("提示", "note"),
    "check.count.error": ("错误 {n} 处", "errors: {n}"),
    "check.count.warning": ("警告 {n} 处", "warnings: {n}"),
    "check.count.note": ("提示 {n} 处", "notes: {n}"),
    "check.places": ("{n} 处", "{n}"),
    "check.total": ("共 {n} 处：{each}。", "Findings: {n} ({each})."),
    "check.nothing": ("没有发现问题。", "Nothing found."),
    "check.nothing.open": (
        "除已知的和豁免的以外，没有发现问题。",
        "Nothing found besides what is known or waived.",
    ),
    "check.known": (
        "以前就有、不计入的 {n} 处：{each}。",
        "Known from before and not counted: {n} ({each}).",
    ),
    "check.known.one": ("以前就有，不计入", "known from before, not counted"),
    "check.waived.total": ("豁免 {n} 处：", "Waived: {n}"),
    "check.waived": ("豁免 {n} 处 {check}：{reason}", "Waived {n} × {check}: {reason}"),
    "check.waived.one": ("豁免：{reason}", "waived: {reason}"),
    "check.waived.no_reason": ("没有写明理由", "no reason given"),
    "check.waived.until": ("，至 {until}", ", until {until}"),
    "check.waived.others": (
        "另有豁免 {n} 处，理由从略。",
        "Waived for reasons that are left out here: {n}.",
    ),
    "check.short": ("低于 {refs}", "falls short of {refs}"),
    "check.beyond": ("超出 {refs}", "goes beyond {refs}"),
    "check.against": ("对照 {refs}", "compared with {refs}"),
    "check.see": ("见 {place}：{text}", "see {place}: {text}"),
    "check.unsure": (
        "待核：判断没有把握，须由人核对",
        "verify: the reading is in doubt, a person should look",
    ),
    "check.pass": ("检查通过。", "The check passes."),
    "check.pass.below": (
        "检查通过：没有达到 {fail_on} 级别的问题。",
        "The check passes: nothing at or above {fail_on}.",
    ),
    "check.fail": ("检查不通过：{each}。", "The check fails ({each})."),
    "check.never": (
        "只报告，不判断是否通过（--fail-on never）。",
        "Reported only, not judged (--fail-on never).",
    ),
    "check.more": (
        "表中只列 {shown} 处，另有 {n} 处未列：{each}。",
        "The table shows {shown} findings; {n} more are not in it ({each}).",
    ),
    "check.annotations": (
        "GitHub 每一步只显示每类 10 条批注：另有 {n} 处不显示为批注，见本步骤的摘要和日志。",
        "GitHub shows ten annotations of a kind in a step: {n} more are in the step’s summary "
        "and log only.",
    ),
    "check.head.severity": ("级别", "severity"),
    "check.head.place": ("位置", "place"),
    "check.head.item": ("项目", "item"),
    "check.head.check": ("检查", "check"),
    "check.head.message": ("问题", "finding"),
    "check.means": ("含义", "What it means"),
    "check.mend": ("怎样处理", "What to do"),
    "check.repository": ("仓库的根目录", "The root of the repository"),
    # rules
    "rule.head.id": ("规则", "rule"),
    "rule.head.label": ("标签", "label"),
    "rule.head.title": ("说明", "title"),
    "rule.means": ("含义", "Meaning"),
    "rule.react": ("怎样处理", "What to do"),
    "rule.examples": ("例子", "Examples"),
    "rule.mirror": ("反向规则", "Mirror"),
    "rule.no_mirror": ("没有反向规则：{why}", "No mirror: {why}"),
    "rule.count": ("共 {n} 条规则", "{n} rules"),
    # checks
    "check.head.id": ("检查", "check"),
    "check.head.default": ("默认", "default"),
    "check.count": ("共 {n} 项检查", "{n} checks"),
    "check.page": ("检查，默认{severity}", "check, by default {severity}"),
    "check.settings": ("设置", "Settings"),
    "check.settings.text": (
        '在 yiwu-diff.toml 的 [checks] 下写 {id} = "error"、"warning"、"note" 或 "off"；'
        "个别项目可以用 [[waivers]] 说明理由后豁免",
        'write {id} = "error", "warning", "note" or "off" under [checks] in '
        "yiwu-diff.toml; single items can be waived for a reason under [[waivers]]",
    ),
    # the page (HTML) and the wiki form (Markdown)
    "page.title": ("{target} 对照 {base}", "{target} against {base}"),
    "page.skip": ("跳到正文", "Skip to the content"),
    "page.theme": ("外观", "Theme"),
    "page.theme.auto": ("跟随系统", "system"),
    "page.theme.light": ("浅色", "light"),
    "page.theme.dark": ("深色", "dark"),
    "page.texts": ("文本的依据", "What the texts stand on"),
    "page.texts.note": (
        "各栏文本按依据计数；仅有名称的项目按项目计数。",
        "Field texts counted by basis; items with a name alone counted as items.",
    ),
    "page.standard": ("标准", "standard"),
    "page.held": ("数据集所含", "held"),
    "page.sources": ("来源", "Sources"),
    "page.source.sha": ("SHA-256：{sha}", "SHA-256: {sha}"),
    "page.role.base": ("对照（须达到）", "base (must be met)"),
    "page.role.target": ("本标准（起草）", "target (being drafted)"),
    "page.labels": ("标签与含义", "Labels and what they mean"),
    "page.heat": ("领域与标签", "Domains and labels"),
    "page.heat.caption": (
        "每格是该领域带该标签的项目数，颜色越深项目越多",
        "Each cell counts the items of a domain that carry a label; darker means more",
    ),
    "page.heat.cell": ("{domain}，{label}：{n} 项", "{domain}, {label}: {n}"),
    "page.heat.total": ("合计", "total"),
    "page.heat.items": ("项目", "items"),
    "page.not_compared": ("未比对", "not compared"),
    "page.not_compared.means": (
        "至少一方没有文本，不能算作一致",
        "no text on at least one side, so not known to be unchanged",
    ),
    "page.levels": ("各级标准的文本", "The texts of each level"),
    "page.items": ("逐项对照", "Item by item"),
    "page.find": ("查找与筛选", "Search and filter"),
    "page.search": ("搜索", "Search"),
    "page.search.hint": ("名称或文本，空格隔开多个词", "words in names or texts"),
    "page.all": ("全部", "all"),
    "page.filter.basis": ("依据", "basis"),
    "page.filter.unsure": ("只看待核", "only what is to be verified"),
    "page.unstated": ("（未写明）", "(not stated)"),
    "page.clear": ("清除筛选", "Clear the filters"),
    "page.count": ("显示 {n} 项，共 {total} 项", "{n} of {total} items shown"),
    "page.nothing": (
        "没有符合条件的项目。",
        "No item fits these filters.",
    ),
    "page.section": ("{n} 项", "{n} items"),
    "page.marks": ("标记", "Marks"),
    "page.mark.add": ("增加的文字", "words added"),
    "page.mark.drop": ("删去的文字", "words dropped"),
    "page.mark.soft": ("只有本地化、文字或位置的差别", "local names, wording or position only"),
    "page.mark.gap": ("对方在此处另有文字", "the other side has words here"),
    "page.changes": ("变化与依据", "Changes and evidence"),
    "page.change": ("变化 {n}", "change {n}"),
    "page.rest": ("其余栏目（无增减）", "Other fields (nothing granted or taken)"),
    "page.text": ("查看文本", "Show the text"),
    "page.soft": (
        "另有 {n} 处不增不减的差别",
        "{n} more differences that grant and take nothing",
    ),
    "page.rule": ("规则", "Rule"),
    "page.quote": ("{name}原文", "{name}"),
    "page.quote.absent": ("（此处没有）", "(absent here)"),
    "page.basis": ("依据", "Basis"),
    "page.fingerprint": ("指纹", "Fingerprint"),
    "page.link": ("{name} 的链接", "Link to {name}"),
    "page.keys": ("键盘操作", "Keyboard"),
    "page.keys.on": ("使用单键快捷键", "Single-key shortcuts on"),
    "page.key.search": ("到搜索框", "go to the search box"),
    "page.key.next": ("下一项", "next item"),
    "page.key.back": ("上一项", "previous item"),
    "page.key.open": ("展开或收起当前项目的依据与规则", "open or close the evidence of the item"),
    "page.key.arrows": ("在热力图中移动", "move about in the heat map"),
    "page.key.escape": ("清空搜索；再按清除筛选", "empty the search; again, clear the filters"),
    "page.key.help": ("打开或关闭本说明", "open or close this help"),
    "page.made": (
        "由 yiwu-diff {version} 生成。本页不访问网络。标签由规则给出，供起草人员核对，不代替审核。",
        "Made by yiwu-diff {version}. This page uses no network. Labels are proposed by rules "
        "for people to check.",
    ),
    "kind.localised": ("本地化", "localised"),
    "kind.editorial": ("文字差别", "wording"),
    "kind.moved": ("移位", "moved"),
    "kind.renamed": ("更名", "renamed"),
    "kind.decided": ("由人补加", "added by a person"),
    "markdown.field": ("栏目", "field"),
    "markdown.marks": ("标记：~~删去~~，**增加**。", "Marks: ~~dropped~~, **added**."),
    # git diff
    "diff.file_new": ("新文件", "new file"),
    "diff.file_gone": ("删去的文件", "deleted file"),
    "diff.file_renamed": ("文件更名：{old} → {new}", "file renamed: {old} → {new}"),
    "diff.mode": ("文件属性：{old} → {new}", "mode: {old} → {new}"),
    "diff.layout_only": (
        "文字没有变化，只有排版或注释",
        "no text changed, only layout or comments",
    ),
    "diff.comments": (
        "注释也有改动；原样见 git diff --no-ext-diff",
        "comments changed too: git diff --no-ext-diff shows them",
    ),
    "diff.line_ends": ("只有换行或编码不同", "only line ends or the encoding differ"),
    "diff.unreadable": (
        "不能作为数据集读取，按行显示原文（{problem}）",
        "cannot be read as a dataset, shown line by line ({problem})",
    ),
    "diff.failed": (
        "yiwu-diff 出错，按行显示原文（{error}）",
        "yiwu-diff failed, shown line by line ({error})",
    ),
    "diff.binary": ("不是文本，内容不同", "no text; the contents differ"),
    "diff.too_long": (
        "文件太长，未逐行比对；原样见 git diff --no-ext-diff",
        "too long to compare line by line: git diff --no-ext-diff shows it",
    ),
    "diff.unmerged": ("尚未合并：{path}", "unmerged: {path}"),
    "diff.harmless": ("只有文字或其他差别 {n}", "wording or record only {n}"),
    "diff.not_compared": ("未比对 {n}", "not compared {n}"),
    "diff.order": ("项目的顺序有调整", "the items stand in another order"),
    "diff.moved": ("移出 {n}", "moved away {n}"),
    "diff.moved_to": ("已移到 {file}", "now in {file}"),
    "diff.this_file": (
        "新增和缺项只就本文件而言，项目也可能是在领域文件之间移动",
        "new and missing as far as this file goes: an item may have moved between domain files",
    ),
    "diff.line": ("第 {n} 行", "line {n}"),
    "diff.aliases": ("别名", "aliases"),
    "diff.basis": ("依据", "basis"),
    "diff.nothing": ("（无）", "(none)"),
    # word and excel
    "office.title": ("《{target}》\n与《{base}》对照表", "{target}\nset against {base}"),
    "office.column": ("{name}标准", "{name}"),
    "office.number": ("序号", "No."),
    "office.item": ("服务项目", "item"),
    "office.change": ("变化", "change"),
    "office.basis": ("依据", "basis"),
    "office.count": ("项数", "items"),
    "office.means": ("含义", "meaning"),
    "office.total": ("合计", "total"),
    "office.reason": ("说明", "reason"),
    "office.verdict": ("处理意见", "decision"),
    "office.heading": ("{n}、{text}", "{n}. {text}"),
    "office.group": ("{name}（{n} 项）", "{name} ({n})"),
    "office.notes": ("阅读说明", "How to read this"),
    "office.table": ("对照表", "Comparison table"),
    "office.rest": ("没有变化和未比对的项目", "Items without a change, and items not compared"),
    "office.held": (
        "{title}（{ref}）：{items}，{text}。",
        "{title} ({ref}): {items}, {text}.",
    ),
    "office.tracked": (
        "「{target}」一栏以{base}的文本为底稿，用修订标出改动：全部接受，就是{target}的文本；"
        "全部拒绝，就是{base}的文本。",
        "The column “{target}” has the text of {base} with tracked changes: accept all for the "
        "text of {target}, reject all for the text of {base}.",
    ),
    "office.show.title": ("“{name}”各级标准对照", "{name}: every level's standard"),
    "office.show.marks": (
        "绿色、加下划线的文字是比上一级标准增加的；红色、加删除线的文字是下一级标准没有的。",
        "Green, underlined words are added to the level above; red words that are struck through "
        "are lacking in the level below.",
    ),
    "office.coloured": (
        "「{target}」一栏增加的文字为绿色、加下划线；「{base}」一栏删去的文字为红色、加删除线。",
        "Added words in the column “{target}” are green and underlined, dropped words in the "
        "column “{base}” are red and struck through.",
    ),
    "office.twice": (
        "一个项目有几个标签的，在每个标签下各列一次。",
        "An item with several labels is listed under each of them.",
    ),
    "office.unsure": (
        "标有「待核」的判断没有把握，须由人核对。",
        "Readings marked “verify” are in doubt: a person should look.",
    ),
    "office.bases": ("依据：", "Basis: "),
    "office.basis.official": (
        "“官方文本”录自正式发布的标准",
        "“official text” is taken from the published standard",
    ),
    "office.basis.quoted": (
        "“起草说明引述”见于起草说明原文",
        "“quoted from the drafting note” stands in the note word for word",
    ),
    "office.basis.reconstructed": (
        "“据公开资料重构”是按公开的项目资料拟写的，待换成官方文本",
        "“reconstructed from public sources” is to be replaced by the official text",
    ),
    "office.basis.named": (
        "“仅有名称”的项目没有文本，没有比对",
        "“name only” has no text and was not compared",
    ),
    "export.about": (
        "本表由数据集导出，不是正式发布的标准：文字的依据见末列（{bases}）。",
        "Exported from a dataset, and not the published standard: what each text rests on stands "
        "in the last column ({bases}).",
    ),
    "office.end": ("。", "."),
    "office.sheet.summary": ("概要", "summary"),
    "office.sheet.all": ("对照", "comparison"),
    "office.not_compared": ("未比对", "not compared"),
    "office.cut": (
        "【文字超过一格的上限，末尾略去 {n} 字】",
        "[Too long for one cell: the last {n} characters are left out]",
    ),
    "office.tall": (
        "文字较长，一行显示不下，全文请看编辑栏",
        "too long for a row to show: read it in the formula bar",
    ),
    "office.list.title": ("变化", "Change"),
    "office.list.error": ("请从列表中选择。", "Choose one from the list."),
    "office.verdict.hint": (
        "请填写：采纳、不采纳或者修改意见，以及理由。",
        "Your decision: agreed, not agreed, or how to change it, and why.",
    ),
}
"""The table: a key, the Chinese, the English."""


class Say:
    """The words of one language: ``say("head.items", n=99)``."""

    __slots__ = ("_column", "lang")

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._column = LANGS.index(lang)

    def __call__(self, key: str, **values: object) -> str:
        text = WORDS[key][self._column]
        return text.format(**values) if values else text

    def label(self, name: LabelName) -> str:
        """A label's name."""
        return LABELS[name].zh if self.lang == "zh" else LABELS[name].en

    def means(self, name: LabelName) -> str:
        """What a label means, in a line."""
        return LABELS[name].means_zh if self.lang == "zh" else LABELS[name].means_en

    def field(self, name: str) -> str:
        """A field's name; a name that is no field stands for itself."""
        return self(f"field.{name}") if f"field.{name}" in WORDS else name

    def several(self, words: list[str] | tuple[str, ...]) -> str:
        """A list in words."""
        return self("list.joint").join(words)

    def both(self, text: object) -> str:
        """The text in this language of anything that has ``zh`` and ``en``."""
        value: str = getattr(text, self.lang)
        return value
