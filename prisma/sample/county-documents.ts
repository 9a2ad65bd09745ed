import { itemIdsOf } from './catalogues.ts';
import { countyTopics, type CountyTopic } from './county-topics.ts';
import { documentOf, type DocumentText, type InterpretationText } from './documents.ts';
import { bureauOf, COUNTIES, issuers, JINCHENG, type County } from './institutions.ts';
import { JINCHENG_NOTICE } from './notices.ts';
import { drawsOf, type Draw } from './random.ts';
import type { SampleDocument } from './shapes.ts';

/** How likely a county is to have published on a topic, in percent: the counties differ on purpose. */
const DILIGENCE: Readonly<Record<string, number>> = {
  '140502': 90,
  '140521': 55,
  '140522': 75,
  '140524': 40,
  '140525': 85,
  '140581': 70,
};

const FORMS: readonly InterpretationText['forms'][] = [
  ['TEXT'],
  ['TEXT', 'CHART'],
  ['IMAGE'],
  ['TEXT', 'AUDIO_VIDEO'],
  ['CHART', 'ANIMATION'],
];
const CHANNELS: readonly InterpretationText['channels'][] = [
  ['GOVERNMENT_WEBSITE'],
  ['GOVERNMENT_WEBSITE', 'NEW_MEDIA'],
  ['GOVERNMENT_WEBSITE', 'NOTICE_BOARD', 'NEW_MEDIA'],
];

/** A publisher of made-up documents, and how its numbers are signed. */
interface Author {
  readonly regionCode: string;
  readonly placeName: string;
  readonly issuerId: string;
  readonly issuerName: string;
  readonly sign: string;
  readonly diligence: number;
}

/** Some dozens of made-up documents of 晋城市 and its counties under the items of their catalogues. */
export function countyDocuments(): readonly SampleDocument[] {
  const city = issuers.jincheng;
  const cityAuthor = {
    regionCode: JINCHENG,
    placeName: '晋城市',
    issuerId: city.id,
    issuerName: city.name,
    sign: '晋市卫发',
    diligence: 65,
  };
  return [cityAuthor, ...COUNTIES.map(authorOf)].flatMap(documentsOf);
}

function authorOf(county: County): Author {
  const { id, name } = bureauOf(county);
  const diligence = DILIGENCE[county.code] ?? 50;
  return {
    regionCode: county.code,
    placeName: county.name,
    issuerId: id,
    issuerName: name,
    sign: county.sign,
    diligence,
  };
}

function documentsOf(author: Author): SampleDocument[] {
  const draw = drawsOf(`documents of ${author.regionCode}`);
  const chosen = countyTopics.filter((topic) => topic.isEverywhere || draw.chance(author.diligence));
  return chosen.map((topic, index) => documentOf(textOf(topic, author, { number: 5 + 3 * index, draw })));
}

function textOf(topic: CountyTopic, author: Author, { number, draw }: { number: number; draw: Draw }): DocumentText {
  const { regionCode, issuerId, issuerName } = author;
  const year = 2021 + draw.below(5);
  const carriesOut = topic.carriesOutNotice && regionCode !== JINCHENG;
  return {
    key: `${regionCode} ${topic.key}`,
    title: `${issuerName}${topic.title.replaceAll('{year}', String(year))}（样例）`,
    body: `本文为样例，并非真实公文。${topic.body.replaceAll('{place}', author.placeName)}`,
    documentNumber: `${author.sign}〔${year}〕${number}号`,
    issuerId,
    regionCode,
    isPolicy: topic.isPolicy,
    issuedOn: `${year}-${two(1 + draw.below(9))}-${two(1 + draw.below(28))}`,
    publishedMinutes: 540 + draw.below(480),
    ...(carriesOut && { superiorId: JINCHENG_NOTICE }),
    catalogueItemIds: itemIdsOf(regionCode, topic.items),
    interpretation: topic.isPolicy ? interpretationText(topic, draw) : null,
    ...withdrawal(topic, draw),
  };
}

function interpretationText(topic: CountyTopic, draw: Draw): InterpretationText {
  return {
    title: `一图读懂：${topic.subject}（样例）`,
    body: `样例解读：用通俗的话说明${topic.subject}面向谁、怎么办、去哪里办。`,
    forms: draw.of(FORMS),
    channels: draw.of(CHANNELS),
  };
}

function withdrawal(topic: CountyTopic, draw: Draw): Pick<DocumentText, 'withdrawal'> {
  if (topic.isEverywhere || !draw.chance(12)) return {};
  const isError = draw.chance(40);
  const reason = isError ? 'PUBLISHED_IN_ERROR' : 'SUPERSEDED';
  const note = isError ? '样例：附表有误，撤回更正。' : '样例：已由新版本替代。';
  return { withdrawal: { afterDays: 30 + draw.below(60), reason, note } };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
