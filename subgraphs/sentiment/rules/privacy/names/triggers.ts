/** A field that holds a name and nothing else, once it is followed by a colon. */
const FIELDS =
  '姓名 名字 真实姓名 患者姓名 家属姓名 联系人 投诉人 举报人 来电人 来访人 来信人 反映人 信访人 申请人 当事人 求助人 咨询人 诉求人 报警人 报案人 收件人 寄件人 收货人 监护人 代理人 委托人 经办人 承办人 受害人 被害人 被投诉人 被举报人 留言人 写信人 负责人 法人 法定代表人 法人代表 户主 机主 署名 落款 陪护人 陪同人 感染者 密接者 死亡人员 接诊医生 主治医生 主治医师 责任护士 管床医生';
/** Whoever may be named right behind what they are. */
const PERSONS =
  '患者 病人 病患 患儿 家属 网民 网友 市民 居民 群众 村民 职工 员工 学生 家长 老人 产妇 孕妇 孕妈 死者 伤者 逝者 病友 男子 女子 男孩 女孩 小孩 孩子 婴儿 儿童 医生 大夫 医师 护士 护士长 护工 药师 药剂师 老师 教师 司机 父亲 母亲 爸爸 妈妈 丈夫 妻子 老公 老婆 爱人 儿子 女儿 儿媳 女婿 哥哥 姐姐 弟弟 妹妹 爷爷 奶奶 外公 外婆 姥姥 姥爷 岳父 岳母 公公 婆婆 孙子 孙女 外孙 侄子 侄女 外甥 舅舅 姑姑 叔叔 阿姨 同事 朋友 邻居 同学 业主 消费者 工作人员 业务员 保安 收费员 用户 读者 旅客 乘客 店主 老板 中介 先生 女士 同志 本人 其父 其母 其子 其女 其夫 其妻 之父 之母 之子 之女 确诊病例 无症状感染者';
/** What comes before a name that is told. */
const CALLS = '我叫 名叫 叫做 名为 叫 自称 化名 投诉 举报 控告 表扬 感谢 找到';

const AFTER_FIELDS = new Set(FIELDS.split(' '));
const ALL = [...AFTER_FIELDS, ...PERSONS.split(' '), ...CALLS.split(' ')].sort(
  (one, other) => other.length - one.length,
);
const TRIGGER = new RegExp(`(${ALL.join('|')})((?:[是为叫]|名叫|名为)?[:\\s"“「『《(]{0,2})`, 'gu');

/** A place where a name is likely to stand. */
export interface Trigger {
  /** Where the name would begin. */
  readonly at: number;
  /** A field with its colon: what stands there is a name, or nothing is. */
  readonly isField: boolean;
  /** That it is a name is said outright. */
  readonly isNamed: boolean;
}

/** Every place of a folded text before which stands who is likely to be named there. */
export function triggersOf(text: string): Trigger[] {
  return Array.from(text.matchAll(TRIGGER), ({ index, 0: whole, 1: word = '', 2: link = '' }) => ({
    at: index + whole.length,
    isField: AFTER_FIELDS.has(word) && /[:\s]/u.test(link),
    isNamed: (AFTER_FIELDS.has(word) && /[:\s]/u.test(link)) || word === '我叫' || word === '名叫',
  }));
}

const TITLES =
  '先生|女士|小姐|同志|老师|医生|医师|大夫|护士|护师|药师|主任|院长|师傅|阿姨|大爷|大妈|奶奶|爷爷|教授|大姐|大哥|叔叔|老板|经理|律师|科长|局长|书记';
/** What a person is called by behind the name. */
export const TITLE = new RegExp(TITLES, 'gu');
const TITLE_HERE = new RegExp(TITLES, 'uy');

/** Whether a title stands at a place: 王女士 is hidden already. */
export function isTitleAt(text: string, at: number): boolean {
  TITLE_HERE.lastIndex = at;
  return TITLE_HERE.test(text);
}

/** Words that end a name: what the person does, says or has. */
const BEHIND =
  '反映 投诉 举报 表示 来电 致电 咨询 要求 希望 认为 建议 求助 询问 反馈 告诉 告知 诉称 控诉 留言 来信 来访 发帖 发文 爆料 提出 提供 说 称 问 诉 道 向 在 于 到 因 由 被 把 将 给 对 与 和 及 同 跟 从 的 是 为 已 已经 曾 就 就诊 去 来 住 住院 家住 入院 出院 转院 死亡 去世 身亡 突发 突然 患有 患 确诊 服用 接受 接种 手术 术后 男 女 今年 现年 年龄 年 性别 出生 身份证 电话 手机 联系 住址 地址 家庭 户籍 微信 先生 女士 小姐 同志 医生 医师 大夫 护士 老师 主任 院长 一家 等 等人 怀疑 发现 拒绝 不满 没有 未 未能 不 无 有 要 想 能 可以 又 也 还 再 多次 昨日 昨天 今天 今日 上午 下午 当日 凌晨 以及 或 却 则 并 收 态度 服务 辱骂 殴打 打 骂 违规 违法 开具 乱收费 索要 承认 名下 家属 父亲 母亲 之 二人 两人 夫妇 夫妻 用 以 自 经 遂 即 至 前往 携带 带 陪同 摔倒 受伤 感染 病情 病历 治疗 看病 挂号 预约 购买 缴费 交费 请 请求 申请 办理 拨打 代 均 皆 都 仍 正 需 应 曾经 一行 共 分别 患上 得了 爱人 儿子 女儿 丈夫 妻子 律师 教授 师傅 个人 本人 自述 诉求 强调 透露 介绍 解释 坦言 回忆 感谢 表扬 遭 受 抱 送 让 叫 使 帮 替 随 乘 驾 驶 骑 持 拿 用药 使用 退 索 获 得 做 办 均已';
const BEHIND_BY_LENGTH = [1, 2, 3, 4].map(
  (length) => new Set(BEHIND.split(' ').filter((word) => word.length === length)),
);

/** How many characters the word has that ends a name at a place; 0 when none does. */
export function endingAt(text: string, at: number): number {
  for (const length of [3, 2, 1]) {
    if (BEHIND_BY_LENGTH[length - 1]?.has(text.slice(at, at + length)) === true) return length;
  }
  return 0;
}
