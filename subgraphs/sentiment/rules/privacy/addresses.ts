import type { MaskedPassage } from './passage.ts';

const N = '(?:[0-9]{1,5}|[A-Za-z]|[零〇一二三四五六七八九十百甲乙丙丁]{1,5})';
const ROOM = `${N}-?(?:室|户|号房?|房)`;
const STOREY = `(?:${N}层 ?)?`;
const UNIT = `(?:${N}单元 ?)?`;
/** What leads to a door, in any of the ways in which homes are numbered. */
const DOORS = [
  `${N} ?(?:号楼|号院|栋|幢|座|#楼?|弄|排|楼|号) ?,?(?:${N} ?(?:号楼|栋|幢|座|号) ?)?${UNIT}${STOREY}(?:${ROOM}|\\d{3,4}(?![0-9.]|[年元人份例个次岁]))`,
  `${N} ?(?:号楼|栋|幢|座|#楼?) ?${N}单元`,
  `${N} ?单元 ?${STOREY}(?:${ROOM}|\\d{3,4}(?![0-9.]))`,
  `${N} ?(?:村民小组|组|社|队) ?${N}号`,
  `(?<=小区|花园|家园|苑|公寓|新村|新城|府|里|湾|庭|园|院|宿舍|楼) ?\\d{1,3}(?:号楼|栋|幢)?-\\d{1,2}-\\d{3,4}(?![0-9-])`,
  `(?<=小区|花园|家园|苑|公寓|新村) ?\\d{1,3}-\\d{3,4}(?![0-9-])`,
  `(?<=村|庄|屯|寨|沟|坪) ?\\d{1,4}号`,
].map((door) => `(?:${door})`);
const DOOR = new RegExp(
  `(?=[ 0-9A-Za-z零〇一二三四五六七八九十百甲乙丙丁])(?<![0-9A-Za-z.])(?:${DOORS.join('|')})`,
  'gu',
);
/** A number of a street or a building without a door: of a home only where it is said to be one. */
const STREET = new RegExp(
  `(?=[ 0-9A-Za-z零〇一二三四五六七八九十百甲乙丙丁])(?<=[路街巷弄道里村庄]|胡同|小区|花园|家园|苑|公寓|新村|家属院) ?(?:${N}号(?:楼|院)?|${N} ?[栋幢座])`,
  'gu',
);

/** How far back the name of the street or the estate is looked for, and how far on whose it is, in characters. */
const LOOKED_BACK = 40;
const LOOKED_ON = 8;
const BOUNDARY = /[,;。:!?\n"“”「」『』()[\]<>《》、\ufffc]/u;
/** Words that lead to an address, and the district in which it lies, which is public. */
const LEAD =
  /家住|住在|居住在|居住于|居住|现住|租住|住址|地址|户籍地?|位于|来自|反映|投诉|举报|住|称|在|到|至|是|为|送往?|寄往?|于|(?<![城超门都闹夜新])市|省|自治[区州县]|(?<![小社园校院厂景库片辖病])区|(?<![郊])县|旗|镇|乡|街道(?:办事处|办)?/gu;
const HOME = /家住|住在|居住|现住|租住|住址|户籍|家庭(?:地址|住址)|我家|家在|本人住|住所|常住|暂住/u;
const RESIDENCE = /小区|家属[院楼区]|宿舍|公寓|花园|家园|新村|苑|住宅|[村庄屯寨]|单元/u;
const INSTITUTION =
  /医院|卫生院|卫生室|卫生服务|诊所|门诊|住院|病房|病区|病室|行政|办公|政务|中心|疾控|大厅|委员会|学校|大学|中学|小学|幼儿园|教学|实验|公司|单位|窗口|诊室|科室|法院|派出所|银行|药店|药房|大厦|写字楼|会议|宾馆|酒店|饭店|影院|商场|超市|检查|检验|接种|采样|取药|收费|车位|[床柜]$|局$|委$|科$|协会|机构|经营|注册/u;
const INSTITUTION_BEHIND =
  /^(?:的|,)?(?:[\u3400-\u9fff]{0,6}?(?:医院|卫生院|卫生室|卫生服务|诊所|门诊|诊室|病房|病床|窗口|疾控|政务|大厅|中心|委员会|学校|公司|药店|药房|大厦|卫健|床|座位|柜台|车位|检查|检验|接种|采样|取药|办公|局|委|科))/u;

const OFFICIAL_ADDRESS =
  /(?:办公|单位|医院|机构|注册|经营|办理|接种|采样|服务|工作|营业|公司|受理|就诊|会议|集合|活动)(?:的|详细)?(?:地址|地点|场所|位置|处)(?:为|是|在)?[: ]{0,2}$/u;

/**
 * Home addresses (住址) of a folded text that lead down to a door, from the street or the estate on; the district before
 * them stays. An institution's address stays: where one is named with it, and a street's number that is not said to be
 * where someone lives.
 */
export function addressesIn(text: string): MaskedPassage[] {
  const found: MaskedPassage[] = [];
  for (const { index, 0: door } of text.matchAll(DOOR)) add(found, text, { at: index, door, isWhole: true });
  for (const { index, 0: door } of text.matchAll(STREET)) add(found, text, { at: index, door, isWhole: false });
  return found;
}

interface Door {
  readonly at: number;
  readonly door: string;
  /** Leads into a building. */
  readonly isWhole: boolean;
}

function add(found: MaskedPassage[], text: string, { at, door, isWhole }: Door): void {
  const end = at + door.length;
  const before = clauseBefore(text, at);
  const isHome = HOME.test(
    text
      .slice(Math.max(0, at - LOOKED_BACK), at)
      .split(/[。;!?\n\ufffc]/u)
      .at(-1) ?? '',
  );
  const start = isHome || isWhole ? placeStart(before) : before.length;
  const named = before.slice(start) + door;
  if (!isHome && isOfficial(text, at - before.length)) return;
  const isPersonal = isHome || (isWhole && isResidential(before, named, text.slice(end, end + LOOKED_ON)));
  if (isPersonal)
    found.push({ kind: 'ADDRESS', at: at - before.length + start, length: before.length - start + door.length });
}

/** Whether what stands before an address calls it that of an institution, such as its office (办公地址). */
function isOfficial(text: string, at: number): boolean {
  return OFFICIAL_ADDRESS.test(text.slice(Math.max(0, at - 12), at));
}

function isResidential(before: string, named: string, behind: string): boolean {
  if (INSTITUTION_BEHIND.test(behind)) return false;
  if (/家属[院楼区]|宿舍/u.test(named)) return true;
  if (INSTITUTION.test(before)) return RESIDENCE.test(named) && !INSTITUTION.test(named);
  return RESIDENCE.test(named) || /[路街巷弄道里同]/u.test(named) || /栋|幢|号楼/u.test(named);
}

/** The clause that leads to a place; a space within it does not end it. */
function clauseBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - LOOKED_BACK), at)
      .split(BOUNDARY)
      .at(-1) ?? ''
  );
}

/** Where in a clause the name of the street or the estate begins: behind the last word that leads to it. */
function placeStart(clause: string): number {
  let start = 0;
  for (const { index, 0: word } of clause.matchAll(LEAD)) start = index + word.length;
  return start + clause.slice(start).length - clause.slice(start).trimStart().length;
}
