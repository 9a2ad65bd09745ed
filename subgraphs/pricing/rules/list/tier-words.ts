/** What a tier (等级) is called in a heading: an area or a grade of hospital, or that all are alike. @see rule H12 */
const AREA = '(?:部|省|市|州|区|县|乡|镇|街道|城市|农村)+';
const GRADE = '[一二三四1234ⅰⅱⅲ]';
const BODY = '(?:医院|医疗机构|卫生院|卫生机构|单位|医疗单位|机构)?';
const SCOPE = '(?:及以[上下]|以[上下])?';
const TIER = new RegExp(
  `^(?:公立|非公立)?(?:${AREA}(?:级|属|直)?(?:公立)?)?(?:${GRADE}(?:级|类|等|档)?(?:特等?|[甲乙丙](?:等|级)?)?|[abc甲乙丙]类)?${SCOPE}(?:公立)?${BODY}${SCOPE}$`,
);
/** What shows that it is one, beside the grade itself. */
const SHOWS_TIER = new RegExp(`${GRADE}(?:级|类|等|档|甲|乙|丙|特)|^${AREA}(?:级|属|直|${GRADE})|[abc甲乙丙]类`);
const AREA_ALONE = new RegExp(`^${AREA}$`);
const OTHERS = new Set(
  '社区 社区卫生服务中心 社区医院 社区卫生服务机构 乡镇卫生院 村卫生室 卫生室 基层 基层医疗机构 基层医疗卫生机构 未定级 未评级 未评级医院 不分等级 不分级别 同价'.split(
    ' ',
  ),
);

/** Who or when a price is for, where columns are headed by it. */
const CONDITIONS = new Set(
  '成人 儿童 小儿 6岁以下 六岁以下 6岁以下儿童 六岁以下儿童 6周岁以下 6周岁以下儿童 6周岁及以下 6周岁及以下儿童 六周岁及以下 六周岁以下 特需 普通 自费 节假日 工作日 夜间 白天 住院 门诊 急诊 国际'.split(
    ' ',
  ),
);

/** Whether a heading, folded and without the words for a price, is that of a tier. */
export function isTierWord(text: string, underPrice: boolean): boolean {
  if (OTHERS.has(text)) return true;
  if (underPrice && AREA_ALONE.test(text)) return true;
  return SHOWS_TIER.test(text) && TIER.test(text);
}

/** Whether a heading, folded and without the words for a price, says on what condition a price holds. */
export function isConditionWord(text: string): boolean {
  return CONDITIONS.has(text);
}
