/** Surnames (姓) that are seldom anything else. */
const CLEAR =
  '王李张刘陈杨赵吴周徐孙朱胡郭何罗宋郑梁谢韩唐冯曹彭曾萧肖田董袁潘蒋蔡余杜叶魏苏吕丁沈姚卢姜崔钟谭陆汪贾韦邱侯邹熊孟秦阎薛尹雷黎史陶贺郝龚邵赖覃武莫孔樊葛邢乔伍庞颜倪庄聂鲁岳翟殷詹欧耿俞兰柳甘阮柯裴霍涂翁冉骆靳鲍喻祁蒲滕饶牟穆缪褚娄窦戚岑晏瞿佟臧闵苟邬卞姬仇栾隋刁巫寇桑甄仲虞敖巩佘邝郜阚荀尚廖夏傅戴范江段顾龙汤祝芦麦佘郎邓许吉邰慕';
/** Surnames that are as often words or parts of them. */
const AMBIGUOUS =
  '丰林高马黄于程任石金白毛万钱严洪易牛康施文安齐章申关焦左包宁符舒纪梅童凌毕单季成苗谷盛曲蓝路游辛管柴蒙华房屈解尤阳时农司卓古简车项连党宫费卜冷席卫米柏宗桂全应边师和商沙荣丛明池查麻苑迟常向温方冼封胥惠甫奚贡曲薄平宓匡雍羊楼温景訾阙盖逯雪燕冀尧蓬佴粟禹';
/** Surnames of two characters (复姓). */
const COMPOUND = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 端木 轩辕 澹台 淳于 太叔 申屠 钟离 闻人 赫连 呼延 独孤 南宫 东郭 拓跋 完颜 纳兰 万俟 濮阳 公冶 宗政 鲜于 闾丘 司寇 颛孙 巫马 公西 漆雕 壤驷 谷梁'.split(
    ' ',
  ),
);

const CLEAR_SURNAMES = new Set(CLEAR);
const AMBIGUOUS_SURNAMES = new Set(AMBIGUOUS);

/** A surname at a place of a text. */
export interface Surname {
  readonly length: 1 | 2;
  /** Seldom anything but a surname. */
  readonly isClear: boolean;
}

/** The surname that stands at a place, the longer one first; null when none does. */
export function surnameAt(text: string, at: number): Surname | null {
  if (COMPOUND.has(text.slice(at, at + 2))) return { length: 2, isClear: true };
  const character = text.charAt(at);
  if (CLEAR_SURNAMES.has(character)) return { length: 1, isClear: true };
  return AMBIGUOUS_SURNAMES.has(character) ? { length: 1, isClear: false } : null;
}
