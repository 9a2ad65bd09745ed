import { randomUUID } from 'node:crypto';
import { transact, type Record } from '../../../../../subgraphs/kit/transact.ts';
import { MatterClocks, type NewClock } from '../../../../../subgraphs/sentiment/commands/alarms/matter-clocks.ts';
import { recordOpinionEvent } from '../../../../../subgraphs/sentiment/commands/opinion/record-opinion-event.ts';
import { respondToOpinionEvent } from '../../../../../subgraphs/sentiment/commands/opinion/respond-to-opinion-event.ts';
import type { SentimentContext, Transaction } from '../../../../../subgraphs/sentiment/store/database.ts';
import type { Dice } from './dice.ts';
import type { Span } from './reference.ts';

const HOUR = 3_600_000;
const PLACE = { regionCode: '140521', officeId: 'office-1' };

/** A matter of the simulation, and the spans in which its clocks run now. */
export interface Matter {
  readonly id: string;
  readonly isInquiry: boolean;
  /** By the ids of their clocks. */
  readonly running: Map<string, Span>;
  rounds: number;
}

/** Where spans are kept as they begin. */
export type Spans = Span[];

/** Records an opinion event by the hub's own command. */
export async function recordByCommand(context: SentimentContext, dice: Dice, spans: Spans): Promise<Matter> {
  const now = context.clock.now().getTime();
  const detectedAt = new Date(now - (dice.happens(0.3) ? dice.whole(0, 60 * HOUR) : 0));
  const severity = dice.pick(['EMERGENCY', 'MAJOR', 'ORDINARY'] as const);
  const input = { region: '140521', title: '事件', source: 'OTHER', verificationAsked: dice.happens(0.3) } as const;
  const { id } = await recordOpinionEvent({ ...input, detectedAt, severity }, context);
  const matter: Matter = { id, isInquiry: false, running: new Map(), rounds: 1 };
  const clocks = await context.db.responseClock.findMany({ where: { eventId: id } });
  for (const clock of clocks) begin(matter, spans, clock, now);
  return matter;
}

/** Answers an opinion event by the hub's own command. */
export async function answerByCommand(context: SentimentContext, matter: Matter): Promise<void> {
  await respondToOpinionEvent({ id: matter.id, input: { body: '已核实。', channels: ['OTHER'] } }, context);
  const running = await context.db.responseClock.findMany({ where: { eventId: matter.id, metAt: null } });
  const still = new Set(running.map(({ id }) => id));
  for (const clock of [...matter.running.keys()]) if (!still.has(clock)) end(matter, clock, context);
}

/** Records many matters in one transaction. */
export async function recordMany(context: SentimentContext, dice: Dice, made: MadeMatters): Promise<Matter[]> {
  const matters = Array.from({ length: made.count }, (): Matter => {
    return { id: randomUUID(), isInquiry: dice.happens(0.5), running: new Map(), rounds: 1 };
  });
  const at = context.clock.now();
  const common = { regionCode: '140521', title: '事件', recordedBy: 'test' };
  await transact<Transaction, undefined>(context, async (tx, record) => {
    await tx.opinionEvent.createMany({
      data: matters
        .filter(({ isInquiry }) => !isInquiry)
        .map(({ id }) => ({
          ...{ id, ...common, source: 'OTHER', severity: 'ORDINARY', status: 'OPEN' },
          ...{ detectedAt: at, recordedAt: at, responseDueAt: at },
        })),
    });
    await tx.inquiry.createMany({
      data: matters
        .filter(({ isInquiry }) => isInquiry)
        .map(({ id }) => ({
          ...{ id, ...common, receipt: id, route: 'HOTLINE_12345', kind: 'COMPLAINT', stage: 'RECEIVED' },
          receivedAt: at,
        })),
    });
    for (const matter of matters) await setClocks(matter, { context, tx, record }, dice, made.spans);
  });
  return matters;
}

/** How many matters, and where their spans go. */
export interface MadeMatters {
  readonly count: number;
  readonly spans: Spans;
}

/** Does something to many matters in one transaction: answers, judges again, moves an end, drops or does again. */
export async function changeMany(
  context: SentimentContext,
  matters: readonly Matter[],
  dice: Dice,
  spans: Spans,
): Promise<void> {
  // What is done is settled before, for chance must not depend on how processes take turns.
  const acts = matters.map((matter) => ({ matter, act: dice.pick(['answer', 'answer', 'judge', 'move', 'back']) }));
  await transact<Transaction, undefined>(context, async (tx, record) => {
    for (const { matter, act } of acts) {
      await lock(tx, matter);
      const within = { context, tx, record };
      if (matter.running.size === 0) await setClocks({ ...matter, rounds: (matter.rounds += 1) }, within, dice, spans);
      else if (act === 'judge') await judgeAgain(matter, within, dice, spans);
      else if (act === 'answer') await answer(matter, within);
      else await moveEnd(matter, within, act === 'back' ? -dice.whole(0, 30) : dice.whole(-40, 60), spans);
    }
  });
}

interface Within {
  readonly context: SentimentContext;
  readonly tx: Transaction;
  readonly record: Record;
}

async function lock(tx: Transaction, { id, isInquiry }: Matter): Promise<void> {
  if (isInquiry) await tx.$queryRaw`SELECT 1 FROM sentiment.inquiry WHERE id = ${id} FOR UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM sentiment.opinion_event WHERE id = ${id} FOR UPDATE`;
}

function clocksOf({ id, isInquiry }: Matter, { context, tx, record }: Within): Promise<MatterClocks> {
  const looking = { tx, record, now: context.clock.now(), alarmDistances: context.handling.alarmDistances };
  return MatterClocks.of(isInquiry ? { inquiryId: id } : { eventId: id }, looking);
}

async function setClocks(matter: Matter, within: Within, dice: Dice, spans: Spans): Promise<void> {
  const clocks = await clocksOf(matter, within);
  const before = new Set(clocks.all.map(({ id }) => id));
  const now = within.context.clock.now().getTime();
  const startedAt = new Date(now - (dice.happens(0.2) ? dice.whole(0, 80 * HOUR) : 0));
  const kinds = matter.isInquiry ? (['REPLY'] as const) : dice.pick([['RESPONSE'], ['RESPONSE', 'BRIEFING']] as const);
  const set = kinds.map((kind): NewClock => {
    const dueAt = new Date(startedAt.getTime() + dice.pick([1, 5, 24, 48, 120]) * HOUR);
    return { kind, startedAt, dueAt, rules: ['P1'], round: matter.rounds };
  });
  await clocks.start(set, PLACE);
  for (const clock of clocks.all) if (!before.has(clock.id)) begin(matter, spans, clock, now);
}

async function answer(matter: Matter, within: Within): Promise<void> {
  const clocks = await clocksOf(matter, within);
  await clocks.meet('RESPONSE', 'BRIEFING', 'REPLY', 'FIRST_WORD', 'VERIFICATION');
  for (const clock of [...matter.running.keys()]) end(matter, clock, within.context);
}

async function judgeAgain(matter: Matter, within: Within, dice: Dice, spans: Spans): Promise<void> {
  const clocks = await clocksOf(matter, within);
  await clocks.drop(clocks.running());
  for (const clock of [...matter.running.keys()]) end(matter, clock, within.context);
  await setClocks(matter, within, dice, spans);
}

/** Moves the end of one clock by some hours, maybe to where it was before, and maybe into the past. */
async function moveEnd(matter: Matter, within: Within, hours: number, spans: Spans): Promise<void> {
  const clocks = await clocksOf(matter, within);
  const [clock] = clocks.running();
  if (clock === undefined) return;
  const dueAt = new Date(Math.max(clock.dueAt.getTime() + hours * HOUR, clock.startedAt.getTime() + 1));
  await clocks.move(clock, { dueAt });
  end(matter, clock.id, within.context);
  begin(matter, spans, { ...clock, dueAt }, within.context.clock.now().getTime());
}

interface Clocked {
  readonly id: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

function begin(matter: Matter, spans: Spans, { id, startedAt, dueAt }: Clocked, from: number): void {
  const times = { startedAt: startedAt.getTime(), dueAt: dueAt.getTime(), from };
  const span: Span = { clock: id, ...times, until: null };
  spans.push(span);
  matter.running.set(id, span);
}

function end(matter: Matter, id: string, { clock }: SentimentContext): void {
  const span = matter.running.get(id);
  if (span !== undefined) span.until = clock.now().getTime();
  matter.running.delete(id);
}
