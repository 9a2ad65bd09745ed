import { describe, expect, it } from 'vitest';
import {
  compareUnits,
  regionStandings,
  totalOf,
  unitStandings,
} from '../../../subgraphs/catalogue/rules/supervision.ts';
import { NO_TASKS } from '../../../subgraphs/catalogue/rules/task-state.ts';

const PLAIN = { isCompleted: false, isWaiting: false, isPastDue: false, isLate: false };
const OVERDUE = { ...PLAIN, isPastDue: true };
const WAITING = { ...OVERDUE, isWaiting: true };
const LOOKED = { isRectified: false, isPastRectifyBy: false };

describe('who is behind, by region', () => {
  const standings = regionStandings({
    tasks: [
      { ...OVERDUE, regionCode: '140522', tasks: 2 },
      { ...WAITING, regionCode: '140522', tasks: 3 },
      { ...PLAIN, regionCode: '140521', tasks: 1 },
    ],
    duties: [{ regionCode: '140521', reportsOverdue: 4, contactsOverdue: 1 }],
    checks: [
      { ...LOOKED, regionCode: '140521', finding: null, tasks: 5 },
      { ...LOOKED, regionCode: '140521', finding: 'DONE', tasks: 6 },
      { ...LOOKED, regionCode: '140521', finding: 'NOT_DONE', isPastRectifyBy: true, tasks: 1 },
      { ...LOOKED, regionCode: '140521', finding: 'NOT_DONE', tasks: 1 },
      { regionCode: '140521', finding: 'NOT_DONE', isRectified: true, isPastRectifyBy: true, tasks: 1 },
    ],
  });

  it('counts tasks, reports, contacts and look-backs, in the order of codes', () => {
    const nothing = {
      ...NO_TASKS,
      reportsOverdue: 0,
      contactsOverdue: 0,
      lookBacksOutstanding: 0,
      rectificationsOverdue: 0,
    };
    expect(standings).toEqual([
      {
        ...nothing,
        regionCode: '140521',
        open: 1,
        reportsOverdue: 4,
        contactsOverdue: 1,
        lookBacksOutstanding: 8,
        rectificationsOverdue: 1,
      },
      { ...nothing, regionCode: '140522', overdue: 2, waiting: 3 },
    ]);
  });

  it('adds them up', () => {
    expect(totalOf(standings)).toMatchObject({
      open: 1,
      overdue: 2,
      waiting: 3,
      reportsOverdue: 4,
      lookBacksOutstanding: 8,
    });
    expect(totalOf([])).toMatchObject({ open: 0, overdue: 0 });
  });
});

describe('who is behind, by unit', () => {
  it('puts those with the most overdue tasks first, then goes by region and name', () => {
    const standings = unitStandings([
      { ...PLAIN, regionCode: '140522', unit: '乙科', tasks: 1 },
      { ...PLAIN, regionCode: '140522', unit: '甲科', tasks: 1 },
      { ...OVERDUE, regionCode: '140522', unit: '甲科', tasks: 2 },
      { ...PLAIN, regionCode: '140521', unit: '局办公室', tasks: 1 },
    ]);
    expect(standings.map(({ regionCode, unit, overdue, open }) => [regionCode, unit, overdue, open])).toEqual([
      ['140522', '甲科', 2, 1],
      ['140521', '局办公室', 0, 1],
      ['140522', '乙科', 0, 1],
    ]);
    const [first] = standings;
    if (first !== undefined) expect(compareUnits(first, first)).toBe(0);
  });
});
