/** Who sets the price, or where it is found: words that lists use instead of a number. */
const KNOWN = [
  /自主|自定|自行|自愿|协商|面议|议价|面谈/,
  /市场调节|市场价|政府定价|政府指导/,
  /实际|按实|据实|实收|实价|零差率|零差价|零加成|进价|采购价|购进价|成本/,
  /免费|免收|不收费|不另收|不得收费|停止收费|取消收费|已取消|停用|不予收费/,
  /另定|另行|备案|试行/,
  /^(?:详见|见|同|参照|参见|按照?|依照|执行|以).*(?:执行|收取|收费|标准|规定|价格|备注|说明|文件|为准|计费|计价|计收|[上下]列|[上下]项|附件)/,
  /^(?:不超过|不高于|最高(?:不超过)?|不得超过|≤|不低于|最低|至多)\d+(?:\.\d+)?元?(?:\/.+)?$/,
  /^\d+(?:\.\d+)?元?(?:以[内下上]|封顶)$/,
  /^(?:每.{0,12})?(?:加收|减收|另收|另加|增收|增加)\d+(?:\.\d+)?元?(?:\/.+)?$/,
];

/** Whether words instead of a number are such as lists use, folded; others are taken, and told. @see rule H13 */
export function isKnownWording(plain: string): boolean {
  return KNOWN.some((wording) => wording.test(plain));
}
