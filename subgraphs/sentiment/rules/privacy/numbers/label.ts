/** What a number that is nobody's is called right before it: an order, a bill, a code, an amount. */
const OTHER_NUMBER =
  /(?:[单编批案文]号|编码|代码|条码|条形码|二维码|追溯码|查询码|验证码|序列号|流水号?|发票号?码?|合同号|受理号|登记号|备案号|许可证号?|注册号|住院号|门诊号|病历号|病案号|样本号|条码号|订单|工单|运单|金额|总额|预算|数量|IMEI|ISBN|SN|S\/N)(?:号码?)?(?:为|是)?[:\s#"]{0,3}$/iu;

/** What such a name ends with, so that most places are told at a glance. */
const LAST = /[号码单水票额格计入出算量同I-Ni-n为是SBs][:\s#"]{0,3}$/u;

/** Whether what stands right before a number says that it is no person's: an order number (订单号), a code (编码), an amount. */
export function isOtherNumber(text: string, at: number): boolean {
  return LAST.test(text.slice(Math.max(0, at - 4), at)) && OTHER_NUMBER.test(text.slice(Math.max(0, at - 16), at));
}

/** The digits, and a last X, of a number as it is written. */
export function digitsOf(written: string): string {
  return written.replace(/[^0-9Xx×Хх]/gu, '').replace(/[Xx×Хх]$/u, 'X');
}
