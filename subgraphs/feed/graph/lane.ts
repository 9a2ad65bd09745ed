import { compareCursors } from '../../../feed/cursor.ts';
import {
  LANE_STATES,
  QUARANTINE_CODES,
  type Lane,
  type LaneFault,
  type Proof,
  type ProvenSubject,
  type Quarantine,
} from '../../../feed/lanes.ts';
import { isStaffOf } from '../../kit/staff.ts';
import { builder } from '../builder.ts';
import { faultWords, quarantineWords } from '../lane-words.ts';
import { ChangeSubject } from './change-enums.ts';
import { Hub } from './hub.ts';
import { Region } from './references.ts';

const described = <Code extends string>(meanings: Readonly<Record<Code, string>>) =>
  Object.fromEntries(Object.entries<string>(meanings).map(([code, description]) => [code, { description }])) as Record<
    Code,
    { description: string }
  >;

const LaneState = builder.enumType('LaneState', {
  description: 'What a lane is doing.',
  values: described(LANE_STATES),
});

const QuarantineCode = builder.enumType('QuarantineCode', {
  description: 'Why nothing more is taken from a hub.',
  values: described(QUARANTINE_CODES),
});

const ProvenSubjectType = builder.objectRef<ProvenSubject>('ProvenSubject').implement({
  description: 'One subject kind of a comparison (schema/FEED.md, 8).',
  fields: (t) => ({
    subject: t.field({ type: ChangeSubject, description: 'The kind.', resolve: ({ subject }) => subject }),
    count: t.exposeInt('count', { description: 'How many live records are held here.' }),
    digest: t.exposeString('digest', { description: 'The digest over them, SHA-256 in hexadecimal.' }),
    countThere: t.exposeInt('countThere', { description: 'How many the other hub has.' }),
    digestThere: t.exposeString('digestThere', { description: 'The digest over those; equal for equal copies.' }),
  }),
});

const LaneProof = builder.objectRef<Proof>('LaneProof').implement({
  description: 'What a comparison with the other hub came to: the proof that its copy here is complete.',
  fields: (t) => ({
    cursor: t.field({
      type: 'Cursor',
      description: 'The place of its log at which both were counted.',
      resolve: ({ cursor }) => cursor,
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When, by the clock of this hub.',
      resolve: ({ at }) => new Date(at),
    }),
    isComplete: t.exposeBoolean('isComplete', { description: 'Whether all digests were equal in the end.' }),
    repaired: t.exposeInt('repaired', { description: 'How many records had to be put right before they were.' }),
    subjects: t.field({
      type: [ProvenSubjectType],
      description: 'Each subject kind that is taken.',
      resolve: ({ subjects }) => [...subjects],
    }),
  }),
});

const LaneQuarantine = builder.objectRef<Quarantine>('LaneQuarantine').implement({
  description: 'Why nothing more is taken from a hub until an operator releases it (隔离): a task for the operator.',
  fields: (t) => ({
    code: t.field({ type: QuarantineCode, description: 'The kind of reason.', resolve: ({ code }) => code }),
    message: t.string({
      description: 'What people read, in Chinese or English by `Accept-Language`.',
      resolve: (quarantine, _args, { scope }) => quarantineWords(quarantine, scope.locale),
    }),
    expected: t.exposeString('expected', { description: 'What would have been taken.' }),
    got: t.exposeString('got', { description: 'What came.' }),
    since: t.field({ type: 'DateTime', description: 'Since when.', resolve: ({ since }) => new Date(since) }),
  }),
});

const LaneFaultType = builder.objectRef<LaneFault & Pick<Lane, 'region'>>('LaneFault').implement({
  description: 'What went wrong last with a hub, and when it is tried again.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'The kind of fault, such as NOT_A_HUB, NOT_ITS_OWN or PROOF_FAILED.',
    }),
    message: t.string({
      description:
        'What people read, in Chinese or English by `Accept-Language`; for staff of the region, or of one above it, with the cause as it was told.',
      resolve: (fault, _args, { scope }) => faultWords(fault, scope.locale, isStaffOf(scope.viewer, fault.region)),
    }),
    entry: t.exposeString('entry', {
      nullable: true,
      description: 'The entry to blame: its subject, subject id and id; null when it was none.',
    }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
    times: t.exposeInt('times', { description: 'How many times in a row.' }),
    retryAt: t.field({
      type: 'DateTime',
      description: 'When it is tried again.',
      resolve: ({ retryAt }) => new Date(retryAt),
    }),
  }),
});

export const LaneType = builder.objectRef<Lane>('Lane').implement({
  description: 'A hub that this one pulls from (汇聚来源), and how far it has come.',
  fields: (t) => ({
    region: t.field({
      type: Region,
      description: 'The region that is taken from it, with all below it. Names the lane.',
      resolve: ({ region }) => ({ code: region }),
    }),
    name: t.exposeString('name', { description: 'What the operator calls it.' }),
    hub: t.field({
      type: Hub,
      nullable: true,
      description: 'The hub that answers there; null until it was reached.',
      resolve: ({ hubId }) => (hubId === null ? null : { id: hubId, name: null, regionCode: null }),
    }),
    state: t.field({ type: LaneState, description: 'What it is doing.', resolve: ({ state }) => state }),
    changedAt: t.field({
      type: 'DateTime',
      description: 'When any of this was last written.',
      resolve: (lane) => lane.changedAt,
    }),
  }),
});

builder.objectFields(LaneType, (t) => ({
  cursor: t.field({
    type: 'Cursor',
    nullable: true,
    description: 'Up to which place of its log everything is here; null while the first snapshot is being taken.',
    resolve: ({ cursor }) => cursor,
  }),
  head: t.field({
    type: 'Cursor',
    nullable: true,
    description: 'The last place in its log that it told of; null until it was reached.',
    resolve: ({ head }) => head,
  }),
  lagEntries: t.int({
    nullable: true,
    description:
      'How many entries of its log lie between the two, those of other regions counted; null without a cursor.',
    resolve: ({ cursor, head }) => (cursor === null || head === null ? null : entriesBetween(cursor, head)),
  }),
  lagSeconds: t.int({
    nullable: true,
    description:
      'For how many seconds, by the clock of this hub, it has not been level: 0 while it is live, null when it never was.',
    resolve: ({ state, levelAt }, _args, { clock }) => {
      if (state === 'LIVE') return 0;
      return levelAt === null ? null : Math.max(Math.round((clock.now().getTime() - levelAt.getTime()) / 1_000), 0);
    },
  }),
  taken: t.float({
    description: 'How many entries were taken over in all, a whole number.',
    resolve: ({ taken }) => taken,
  }),
}));

builder.objectFields(LaneType, (t) => ({
  proof: t.field({
    type: LaneProof,
    nullable: true,
    description: 'The last comparison with it; null before the first.',
    resolve: ({ proof }) => proof,
  }),
  quarantine: t.field({
    type: LaneQuarantine,
    nullable: true,
    description: 'Why nothing more is taken; null when that is not so.',
    resolve: ({ quarantine }) => quarantine,
  }),
  fault: t.field({
    type: LaneFaultType,
    nullable: true,
    description: 'What went wrong last; null once it went well again.',
    resolve: ({ fault, region }) => (fault === null ? null : { ...fault, region }),
  }),
}));

/** Cursors of two epochs have no entries between them that could be counted. */
function entriesBetween(cursor: string, head: string): number | null {
  try {
    return Math.max(compareCursors(head, cursor), 0);
  } catch {
    return null;
  }
}
