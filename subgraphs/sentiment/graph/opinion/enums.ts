import { CLOCK_STATES } from '../../rules/opinion/clock-state.ts';
import { EVENT_STAGES } from '../../rules/opinion/event-stage.ts';
import { RESPONSE_KINDS } from '../../rules/opinion/statement.ts';
import { builder } from '../../builder.ts';

const described = <Name extends string>(_names: readonly Name[], descriptions: Readonly<Record<Name, string>>) =>
  Object.fromEntries(
    Object.entries<string>(descriptions).map(([name, description]) => [name, { description }]),
  ) as Record<Name, { description: string }>;

export const OpinionEventStage = builder.enumType('OpinionEventStage', {
  description: 'How far the handling of an opinion event has come in the loop (闭环), by the steps that were taken.',
  values: described(EVENT_STAGES, {
    DETECTED: 'Detected (监测), not judged yet; only staff see it.',
    JUDGED: 'Judged (研判), and with no office yet.',
    ASSIGNED: 'With the office that must answer (领办、转办).',
    SUPERVISED: 'Urged while no answer was given (督办).',
    ANSWERED: 'Answered (回应), and the outcome not checked yet.',
    VERIFIED: 'The outcome was checked and is satisfactory.',
    REWORK: 'The outcome was checked and is not satisfactory: it is answered anew (退回重办).',
    CLOSED: 'Closed (办结).',
  }),
});

export const DeadlineState = builder.enumType('ResponseDeadlineState', {
  description: 'How a deadline stands.',
  values: described(CLOCK_STATES, {
    RUNNING: 'Owed, and within its time.',
    MET: 'Done in time; at the due instant is in time.',
    MET_LATE: 'Done after it.',
    BREACHED: 'Owed, and the time is over.',
    DROPPED: 'It ceased to bind: the event was judged otherwise, or the matter ended in another way.',
  }),
});

export const ResponseKind = builder.enumType('ResponseKind', {
  description: 'What a public statement on an opinion event is.',
  values: described(RESPONSE_KINDS, {
    FIRST_WORD: 'A first authoritative word; the answer is still to come.',
    RESPONSE: 'The answer.',
    FINDINGS: 'What an investigation found (调查结果).',
  }),
});

export const OpinionStepKind = builder.enumType('OpinionStepKind', {
  description: 'A step in the handling of an opinion event.',
  values: {
    DETECTED: { description: 'It was detected.' },
    JUDGED: { description: 'It was judged, for the first time or again.' },
    ASSIGNED: { description: 'The first office took it in hand (领办).' },
    FORWARDED: { description: 'It was forwarded to another office (转办).' },
    SUPERVISED: { description: 'The office was urged (督办).' },
    SPOKE: { description: 'A first word went out.' },
    ANSWERED: { description: 'An answer or findings went out.' },
    FINDINGS_REPORTED: { description: 'What was verified was reported to the superior (核实反馈).' },
    VERIFIED: { description: 'The outcome was checked and is satisfactory.' },
    REWORK: { description: 'The outcome was checked and is not satisfactory.' },
    CLOSED: { description: 'It was closed.' },
  },
});

export const AccountabilityKind = builder.enumType('AccountabilityKind', {
  description: 'By what an office is held to account.',
  values: {
    CIRCULATED_CRITICISM: { description: 'Circulated criticism (通报批评).' },
    TALK: { description: 'A talk (约谈).' },
  },
});
