import { acted, AUTHORITY, closed, COUNTY, recorded, responded, shown, verified } from '../events.ts';
import { publishedAnswer, revisedAnswer, withdrawnAnswer } from '../knowledge.ts';
import { at, HOSPITAL, later, OFFICES } from '../opinion/offices.ts';
import { staff, type ServedSentiment } from '../serve-sentiment.ts';
import { publishFigures } from './taking-over.ts';

/** The events of the story. */
export interface CountyStory {
  readonly emergency: string;
  readonly reworked: string;
  readonly waiting: string;
  readonly verifying: string;
  readonly special: string;
  readonly withdrawn: string;
}

/**
 * A county at work for some days, with all that it tells its log of: an emergency from its detection to its end, an event
 * whose late answer is done again, one that nobody answers, one with a verification, answers of the knowledge base, the figures of
 * a month, and an inquiry, of which nothing is public but its alarms.
 */
export async function countyStory(served: ServedSentiment): Promise<CountyStory> {
  const hour = async (hours: number): Promise<void> => {
    served.clock.at = later(hours);
    await served.chores();
  };
  await served.tell(...OFFICES);
  await hour(0.5);
  const detectedAt = at(0);
  const emergency = await emergencyOf(served, detectedAt);
  const { id: reworked } = await recorded(served, { title: '收费不透明', responsible: HOSPITAL, detectedAt });
  const { id: waiting } = await recorded(served, { topic: '就医', severity: 'MAJOR', places: ['140522'], detectedAt });
  const verifying = await recorded(served, { severity: 'MAJOR', verificationAsked: true, detectedAt });
  await acted(served, 'detectOpinionEvent', {
    input: { region: COUNTY, title: '未研判', source: 'OTHER', detectedAt },
  });
  await inquired(served);
  const [special, withdrawn] = await knowledge(served);
  await publishFigures(served, '2026-10');
  await hour(4.5);
  await responded(served, emergency, { kind: 'FIRST_WORD', body: '正在核实。' });
  await hour(23.5);
  await responded(served, verifying.id, { body: '已答复。' });
  await briefed(served, emergency);
  await hour(49);
  await responded(served, reworked, { body: '已公示收费标准。' });
  await hour(60);
  await verified(served, reworked, { isSatisfactory: false, note: '未公示' });
  await hour(90);
  await responded(served, reworked, { body: '已全部公示。' });
  await verified(served, reworked, { isSatisfactory: false, note: '仍有遗漏' });
  await publishFigures(served, '2026-10');
  await hour(100);
  return { emergency, reworked, waiting, verifying: verifying.id, special, withdrawn };
}

async function emergencyOf(served: ServedSentiment, detectedAt: string): Promise<string> {
  const input = { severity: 'EMERGENCY', topic: '就医', responsible: AUTHORITY.subjectId, detectedAt };
  const { id } = await recorded(served, { ...input, title: '疑似聚集性疫情' });
  for (const claim of ['封城', '停诊', '断药']) {
    await acted(served, 'recordRumour', { event: id, claim });
    served.clock.at = new Date(served.clock.at.getTime() + 1_000);
  }
  return id;
}

/** The rumours that are refuted are those about closing, and the emergency is closed in the end. */
async function briefed(served: ServedSentiment, id: string): Promise<void> {
  const { rumours } = (await shown(served, id, 'rumours { id claim }', staff('REVIEWER'))) as {
    rumours: { id: string; claim: string }[];
  };
  const refutes = rumours.filter(({ claim }) => claim !== '断药').map((rumour) => rumour.id);
  const channels = ['PRESS_CONFERENCE_OR_HEARING', 'NEW_MEDIA'];
  await responded(served, id, { body: '均不属实。', channels, refutes, kind: 'FINDINGS' });
  await verified(served, id);
  await closed(served, id);
}

async function knowledge(served: ServedSentiment): Promise<[string, string]> {
  const { id: special } = await publishedAnswer(served, { isSpecialResponse: true, reviewOn: '2026-11-24' });
  await revisedAnswer(served, special, {
    answer: '请到户籍所在地的接种门诊。',
    isSpecialResponse: true,
    reviewOn: '2026-12-01',
  });
  await publishedAnswer(served, { question: '接种门诊几点开门？', answer: '八点。', topic: null });
  const { id: withdrawn } = await publishedAnswer(served, { question: '旧问题' });
  await withdrawnAnswer(served, withdrawn);
  return [special, withdrawn];
}

async function inquired(served: ServedSentiment): Promise<void> {
  const input = `{ region: "${COUNTY}", route: HOTLINE_12345, kind: CONSULTATION, isSimple: true, title: "问", body: "问" }`;
  const text = `mutation { receiveInquiry(input: ${input}) { __typename } }`;
  const { errors } = await served.ask(text, {}, staff('EDITOR'));
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
}
