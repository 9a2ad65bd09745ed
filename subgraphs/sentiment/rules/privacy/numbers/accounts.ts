import type { MaskedPassage, PassageKind } from '../passage.ts';

const EMAIL =
  /(?=[A-Za-z0-9])(?<![\w.%+-])[A-Za-z0-9][\w.%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,12}(?![A-Za-z0-9])/gu;
/** A mailbox of an authority, or one that is given so that the public writes to it. */
const OFFICIAL_DOMAIN = /@(?:[\w-]+\.)*gov\.cn$/iu;
const OFFICIAL_MAILBOX =
  /(?:咨询|监督|举报|投诉|办公|官方|公开|公务|工作|单位|服务|意见|信访|报名|局长|院长|主任)[^,。;!?\n]{0,6}$/u;

const ACCOUNTS: readonly (readonly [PassageKind, RegExp])[] = [
  [
    'WECHAT',
    /(?=[a-z])(?<=(?:[微薇威]信(?:号码?|账号|帐号|ID)?(?:是|为|:)|[微薇威]信(?:号码?|账号|帐号|ID)|加(?:我|他|她)?的?[微薇威]信|(?<![A-Za-z])(?:VX|WX|WeChat|weixin)(?:号|ID)?[:是为])[: ]{0,2})[A-Za-z][\w-]{5,19}(?![\w-])/giu,
  ],
  ['QQ', /(?=[1-9])(?<=(?:QQ|扣扣)(?:号码?|账号)?(?:是|为)?[: ]{0,3})[1-9]\d{4,10}(?![0-9A-Za-z])/giu],
  [
    'PASSPORT',
    /(?=[a-z1])(?<![a-z0-9])(?<=(?:护照|通行证|回乡证|台胞证)[^,。;!?\n]{0,8})(?:[EGDSPKHMCWL]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{10}|1[45]\d{7})(?![A-Za-z0-9])/giu,
  ],
  [
    'PLATE',
    /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘青宁新使][A-HJ-Z][ ·.-]?(?:(?=[A-HJ-NP-Z]{0,5}\d)[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])(?![A-Za-z0-9-])/gu,
  ],
];

/** Addresses of electronic mail, accounts, passports and licence plates of a folded text. */
export function accountsIn(text: string): MaskedPassage[] {
  const found: MaskedPassage[] = [];
  for (const { index: at, 0: address } of text.matchAll(EMAIL)) {
    const isOfficial = OFFICIAL_DOMAIN.test(address) || OFFICIAL_MAILBOX.test(text.slice(Math.max(0, at - 12), at));
    if (!isOfficial) found.push({ kind: 'EMAIL', at, length: address.length });
  }
  for (const [kind, pattern] of ACCOUNTS) {
    for (const { index: at, 0: account } of text.matchAll(pattern)) found.push({ kind, at, length: account.length });
  }
  return found;
}
