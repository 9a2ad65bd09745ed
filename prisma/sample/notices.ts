import { civilDate } from '../../core/civil-date.ts';
import { itemIdOf } from './catalogues.ts';
import { documentIdOf, interpretationOf, type InterpretationText } from './documents.ts';
import { instant } from './instant.ts';
import { issuers, JINCHENG } from './institutions.ts';
import { noticeTexts, type NoticeText } from './notice-texts.ts';
import type { SampleDocument, SampleInstitution, SampleInterpretationTarget } from './shapes.ts';

/** The id of the notice of 晋城市, which the documents of its counties carry out. */
export const JINCHENG_NOTICE = documentIdOf('notice 000');

/** What the notices themselves set as shares of interpretation (rules I3, I4). */
export const interpretationTargets: readonly SampleInterpretationTarget[] = [
  target(issuers.zhangzi, '0.9', '0.9'),
  target(issuers.shanghai, '0.6', null),
];

function target(
  issuer: SampleInstitution,
  diversifiedRate: string,
  multiChannelRate: string | null,
): SampleInterpretationTarget {
  const { id: issuerId, regionCode } = issuer;
  return { issuerId, year: 2021, regionCode, diversifiedRate, multiChannelRate, isSample: false };
}

/** The five notices: titles, numbers, days and issuers as they are; bodies in our own words; interpretations made up. */
export function notices(): readonly SampleDocument[] {
  return noticeTexts.map(noticeOf);
}

function noticeOf(text: NoticeText): SampleDocument {
  const key = `notice ${text.seed}`;
  const issuer = issuers[text.issuer];
  const publishedAt = instant(civilDate(text.publishedOn), 17 * 60);
  const item = text.itemCode === null ? null : itemIdOf(JINCHENG, text.itemCode);
  const interpretation: InterpretationText = {
    title: `《${text.shortTitle}》解读（样例）`,
    body: text.interpretation,
    forms: text.forms,
    channels: text.channels,
  };
  return {
    id: documentIdOf(key),
    title: text.title,
    body: text.body,
    documentNumber: text.documentNumber,
    indexNumber: text.indexNumber,
    issuerId: issuer.id,
    regionCode: issuer.regionCode,
    attribute: 'PROACTIVE',
    isPolicy: true,
    status: 'PUBLISHED',
    validity: 'IN_FORCE',
    issuedOn: civilDate(text.issuedOn),
    publishedAt,
    withdrawnAt: null,
    withdrawalReason: null,
    withdrawalNote: null,
    superiorId: null,
    catalogueItemIds: item === null ? [] : [item],
    draftedBy: 'editor-1',
    draftedAt: publishedAt,
    provenance: text.provenance,
    isSample: false,
    reviewPasses: [],
    interpretations: [interpretationOf(key, interpretation, publishedAt)],
  };
}
