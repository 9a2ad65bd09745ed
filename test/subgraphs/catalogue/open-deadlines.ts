import type { FixtureDuty, FixtureItem } from './calendar-fixture.ts';

/** One edition of each kind; deadlines are open of those that hold on 24 November 2026 or later. */
export const CATALOGUES = {
  approved: { status: 'APPROVED' },
  settled: { status: 'APPROVED' },
  draft: { status: 'DRAFT' },
  outgoing: { status: 'SUPERSEDED', until: '2026-11-25' },
  superseded: { status: 'SUPERSEDED', until: '2026-11-24' },
} as const;

const LATE = { from: '2026-12-30', days: 2, dueOn: '2027-01-01', provisional: true } as const;
const EARLY = { from: '2026-11-30', days: 5, dueOn: '2026-12-07', provisional: false } as const;

/** By the calendar before 2027 is published: Thursday 31 December, Friday 1 January, Monday 4 January. */
export const ITEMS: readonly FixtureItem[] = [
  { id: 'moved', catalogue: 'approved', ...LATE },
  { id: 'confirmed', catalogue: 'approved', ...LATE, days: 3, dueOn: '2027-01-04' },
  { id: 'early', catalogue: 'approved', ...EARLY },
  { id: 'settled-early', catalogue: 'settled', ...EARLY },
  { id: 'disclosed', catalogue: 'settled', ...LATE, wasDisclosed: true },
  { id: 'drafted', catalogue: 'draft', ...LATE },
  { id: 'replaced-tomorrow', catalogue: 'outgoing', ...LATE },
  { id: 'replaced', catalogue: 'superseded', ...LATE },
];

const OF_RESULT = { item: 'settled-early', arisenOn: '2026-12-30', provisional: true } as const;

export const DUTIES: readonly FixtureDuty[] = [
  { ...OF_RESULT, id: 'duty-moved', days: 2, dueOn: '2027-01-01' },
  { ...OF_RESULT, id: 'duty-confirmed', arisenOn: '2027-01-10', days: 5, dueOn: '2027-01-15' },
  { ...OF_RESULT, id: 'duty-december', days: 1, dueOn: '2026-12-31', provisional: false },
  { ...OF_RESULT, id: 'duty-calendar', days: 4, unit: 'CALENDAR_DAY', dueOn: '2027-01-03', provisional: false },
  { ...OF_RESULT, id: 'duty-met', days: 2, dueOn: '2027-01-01', isDischarged: true },
];

const written = (one: FixtureItem | FixtureDuty) => [one.id, (one.provisional ? '~' : '') + one.dueOn] as const;

/** Where all of them stand before 2027 is published; `~` before the day says that it is provisional. */
export const STOOD: Readonly<Record<string, string>> = Object.fromEntries([...ITEMS, ...DUTIES].map(written));

/** Where those stand afterwards that then stand otherwise: 1 January is off, Sunday 3 January worked. */
export const MOVED: Readonly<Record<string, string>> = {
  moved: '2027-01-03',
  confirmed: '2027-01-04',
  'replaced-tomorrow': '2027-01-03',
  'duty-moved': '2027-01-03',
  'duty-confirmed': '2027-01-15',
};
