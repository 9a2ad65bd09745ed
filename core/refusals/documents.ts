import type { Locale } from '../viewer.ts';

/** What documents are refused for. */
export const DOCUMENTS_REFUSALS = {
  DOCUMENT_NUMBER_MALFORMED: {
    zh: '文号格式不符：应形如 {expected}，收到 {got}。',
    en: 'The document number does not fit its form: expected one like {expected}, got {got}.',
  },
  DOCUMENT_NUMBER_TAKEN: {
    zh: '文号重复：同一发文机关已有 {got}。',
    en: 'The document number is taken: the issuer already has {got}.',
  },
  INDEX_NUMBER_MALFORMED: {
    zh: '索引号格式或校验位不符：应形如 {expected}，收到 {got}。',
    en: 'The index number does not fit its form or check digit: expected one like {expected}, got {got}.',
  },
  ATTRIBUTE_MISSING: {
    zh: '未认定公开属性，不予发文：应为 {expected} 之一。',
    en: 'The disclosure attribute is not recognised, so the document can not be issued: expected one of {expected}.',
  },
  GROUND_MISSING: {
    zh: '拟定为依申请公开或不予公开的，须写明法定理由。',
    en: 'A document that is not disclosed proactively needs its legal ground.',
  },
  NOT_FILED: {
    zh: '拟定为依申请公开或不予公开的，须在报批前送政务公开主管部门备案。',
    en: 'A document that is not disclosed proactively is filed with the disclosure office before approval.',
  },
  WITHHELD_BELOW_PROACTIVE: {
    zh: '上级文件为主动公开的，本级原则上不得定为不予公开。',
    en: 'A document can not be withheld when the superior document it carries out is disclosed proactively.',
  },
  REVIEW_INCOMPLETE: {
    zh: '三审三校未完成：应签 {expected} 遍，已签 {got} 遍。',
    en: 'The review passes are not all signed: expected {expected}, got {got}.',
  },
  REVIEWER_NOT_INDEPENDENT: {
    zh: '每一遍审校须由不同的人完成，且不能是起草人：{got} 已参与。',
    en: 'Each review pass is signed by another account, and not by the drafter: {got} took part already.',
  },
  INTERPRETATION_MISSING: {
    zh: '政策文件须与解读材料一同发布，尚未关联解读。',
    en: 'A policy document goes out together with an interpretation; none is bound to it.',
  },
  NOT_PUBLIC: {
    zh: '公开属性为 {got} 的文件不对外发布，应为 {expected}。',
    en: 'Only a {expected} document is published; this one is {got}.',
  },
  INDEX_NUMBER_TAKEN: {
    zh: '索引号重复：同一发文机关已有 {got}。',
    en: 'The index number is taken: the issuer already has {got}.',
  },
  REVIEW_GATE_MISSING: {
    zh: '每一遍审校须逐一把关：应为 {expected}，尚缺 {got}。',
    en: 'Each review pass looks at every gate: expected {expected}, missing {got}.',
  },
  NOT_OURS_TO_DISCLOSE: {
    zh: '应由 {expected} 公开，不由 {got} 公开。',
    en: 'This is for another to disclose: expected {expected}, got {got}.',
  },
  CONSULTATION_MISSING: {
    zh: '涉企行政规范性文件须先公开征求意见并听取企业和行业协会商会意见，尚无记录。',
    en: 'A normative document that concerns enterprises needs a public consultation in which they were heard; none is recorded.',
  },
  CONSULTATION_TOO_SHORT: {
    zh: '公开征求意见一般不少于 {expected} 日，收到 {got} 日；缩短的须说明理由。',
    en: 'A public consultation lasts {expected} days or more, got {got}; a shorter one needs its reason.',
  },
  VALUE_NOT_CHANGED: {
    zh: '没有任何改动。',
    en: 'Nothing would be changed.',
  },
} as const satisfies Record<string, Readonly<Record<Locale, string>>>;
