/** What kinds of personal data are found in a text, with what stands in their place once masked. */
export const PASSAGE_MASKS = {
  NAME: '[姓名]',
  PHONE: '[电话]',
  ID_NUMBER: '[证件号码]',
  ADDRESS: '[住址]',
  EMAIL: '[邮箱]',
  BANK_CARD: '[银行卡号]',
  PASSPORT: '[护照号]',
  PLATE: '[车牌号]',
  WECHAT: '[微信号]',
  QQ: '[QQ号]',
} as const;

export type PassageKind = keyof typeof PASSAGE_MASKS;

/** Where personal data stand in a text; never what stands there. */
export interface MaskedPassage {
  readonly kind: PassageKind;
  /** Where it begins, in UTF-16 units of the text handed in. */
  readonly at: number;
  /** How long it is, in UTF-16 units. */
  readonly length: number;
}
