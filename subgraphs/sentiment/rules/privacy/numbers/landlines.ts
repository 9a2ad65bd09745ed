import type { MaskedPassage } from '../passage.ts';
import { isOtherNumber } from './label.ts';

const AREA = '0(?:10|2\\d|[3-9]\\d{2})';
const LINE = '[2-8]\\d{2,3}[ -]?\\d{4}';
const EXTENSION = '(?:(?:-| ?转| ?分机| ?ext\\.?) ?\\d{1,6})?';
const WITH_AREA = new RegExp(
  `(?=[+(0])(?<![0-9A-Za-z.]|[0-9A-Za-z]-)((?:\\+86[ -]?)?(?:\\(${AREA}\\)|${AREA})(?:[ -]{0,3}))${LINE}${EXTENSION}(?![0-9A-Za-z])`,
  'gu',
);
const WITHOUT_AREA = new RegExp(
  `(?=[2-8]\\d)(?<=(?:电话|座机|固话|宅电)(?:号码?)?(?:是|为)?[: ]{0,2})${LINE}${EXTENSION}(?![0-9A-Za-z])`,
  'gu',
);
const CALLED = /(?:电话|座机|固话|宅电|拨打|致电|联系|tel)[^。;!?\n]{0,6}$/iu;

/** How far back what a number is called is looked for, in characters. */
const LOOKED_BACK = 28;
/** Words that say whose the number is: of an authority that wishes to be rung … */
const OFFICIAL =
  /咨询|热线|办公|监督|服务|举报(?!人)|投诉(?:电话|热线)|值班|预约|总机|客服|前台|窗口|传真|公开|对外|官方|急救|急诊|护士站|导诊|信访电话|受理电话|报名电话|招聘|(?:请|可|欢迎)(?:拨打|致电|来电|联系)|请与/gu;
/** … or of an institution, named in the same breath … */
const INSTITUTION =
  /医院|卫生院|卫生室|中心|办公室|公司|药店|药房|诊所|学校|单位|门诊|大厅|委员会|卫健委|疾控|[局委科处股站办所](?=(?:联系)?(?:电话|座机|固话)?[: (]{0,2}$)/gu;
/** … or of a person. */
const PERSONAL =
  /我家|家里|家中|家庭|住宅|宅电|本人|我的|[他她]的|患者|家属|病人|姓名|机主|户主|老人|[系诉电报映请访信事]人|回电给?我|联系我/gu;

/**
 * Fixed lines (座机) of a folded text that are a person's. The number of an authority that wishes to be rung (咨询电话,
 * 热线, 监督电话 …) or of an institution that is named with it stays: whichever word stands nearest before decides. One of
 * which nothing is said is taken for a person's; short numbers (12345, 120) and those of 400 and 800 are never looked at.
 */
export function landlinesIn(text: string): MaskedPassage[] {
  const found: MaskedPassage[] = [];
  for (const { index: at, 0: number, 1: area = '' } of text.matchAll(WITH_AREA)) {
    const isSeparate = /[) -]/u.test(area);
    if (!isSeparate && !CALLED.test(text.slice(Math.max(0, at - 12), at))) continue;
    if (isPersonal(text, at)) found.push({ kind: 'PHONE', at, length: number.length });
  }
  for (const { index: at, 0: number } of text.matchAll(WITHOUT_AREA)) {
    if (isPersonal(text, at)) found.push({ kind: 'PHONE', at, length: number.length });
  }
  return found;
}

function isPersonal(text: string, at: number): boolean {
  if (isOtherNumber(text, at)) return false;
  const sentence = lastPart(text.slice(Math.max(0, at - LOOKED_BACK), at), /[。;!?\n\ufffc]/u);
  const official = Math.max(lastPlace(sentence, OFFICIAL), lastPlace(sentence, INSTITUTION, clauseStart(sentence)));
  return official === -1 || lastPlace(sentence, PERSONAL) > official;
}

function lastPart(text: string, mark: RegExp): string {
  return text.split(mark).at(-1) ?? '';
}

function clauseStart(sentence: string): number {
  return sentence.length - lastPart(sentence, /,/u).length;
}

function lastPlace(text: string, words: RegExp, from = 0): number {
  return Math.max(-1, ...Array.from(text.matchAll(words), ({ index }) => index).filter((index) => index >= from));
}
