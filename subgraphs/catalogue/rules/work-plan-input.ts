import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { dueOnOf } from './due-text.ts';
import { optionalText, requiredText } from './supervised-text.ts';
import { canonicalUnitName } from './unit-name.ts';

/** The longest texts, in characters, and the longest lists of a plan. */
const LONGEST = { title: 300, section: 200, summary: 2_000, words: 200, name: 100 } as const;
const MOST = { tasks: 300, units: 50, leaderRoles: 20 } as const;
/** How far ahead a plan may reach. */
const FARTHEST_YEARS = 10;

/** A task as a plan's author writes it, as far as rules look at it. */
export interface TaskInput {
  readonly number: number;
  readonly section: string | null;
  readonly summary: string;
  readonly leaderRoles: readonly string[];
  readonly dueOn: CivilDate | null;
  readonly dueText: string | null;
  readonly units: readonly { readonly name: string }[];
  readonly metric: { readonly name: string; readonly target: number } | null;
  readonly prerequisite: string | null;
  readonly upstreamDocument: string | null;
  readonly filing: { readonly to: string; readonly dueOn: CivilDate } | null;
}

/** A plan as its author writes it. */
export interface PlanInput {
  readonly title: string;
  readonly year: number;
  readonly basisDocumentNumber: string | null;
  readonly issuedOn: CivilDate;
  readonly tasks: readonly TaskInput[];
}

/**
 * Every reason why a plan is not taken.
 *
 * @param issuerName - null when there is no such body, which is for others to refuse
 * @see rule U1
 */
export function planRefusals(plan: PlanInput, issuerName: string | null, today: CivilDate): Refusal[] {
  const { title, year, basisDocumentNumber, issuedOn, tasks } = plan;
  const refusals = [
    ...requiredText(['input', 'title'], title, LONGEST.title),
    ...optionalText(['input', 'basisDocumentNumber'], basisDocumentNumber, LONGEST.words),
    ...countRefusals(['input', 'tasks'], tasks.length, MOST.tasks),
    ...repeatRefusals(tasks.map(({ number }, index) => [['input', 'tasks', String(index), 'number'], String(number)])),
  ];
  if (issuedOn > today) {
    refusals.push({ code: 'VALUE_IN_FUTURE', path: ['input', 'issuedOn'], expected: today, got: issuedOn });
  }
  const [from, to] = [Number(issuedOn.slice(0, 4)) - 1, Number(issuedOn.slice(0, 4)) + 1];
  if (year < from || year > to) {
    const expected = `${String(from)}–${String(to)}`;
    refusals.push({ code: 'YEAR_OUT_OF_RANGE', path: ['input', 'year'], expected, got: String(year) });
  }
  const bounds = { earliest: issuedOn, farthest: farthestFrom(issuedOn), issuerName: issuerName ?? '' };
  return [
    ...refusals,
    ...tasks.flatMap((task, index) => taskRefusals(task, ['input', 'tasks', String(index)], bounds)),
  ];
}

/** When a task is due: as the plan's author gives it, or as its words say. */
export function dueOnOfTask({ dueOn, dueText }: Pick<TaskInput, 'dueOn' | 'dueText'>): CivilDate | null {
  return dueOn ?? (dueText === null ? null : dueOnOf(dueText));
}

interface Bounds {
  readonly earliest: CivilDate;
  readonly farthest: string;
  readonly issuerName: string;
}

function taskRefusals(task: TaskInput, path: readonly string[], bounds: Bounds): Refusal[] {
  const { units, metric, filing } = task;
  const unitNames = units.map(({ name }) => canonicalUnitName(name, bounds.issuerName));
  const refusals = [
    ...(task.number >= 1 ? [] : [numberRefusal([...path, 'number'], task.number)]),
    ...optionalText([...path, 'section'], task.section, LONGEST.section),
    ...requiredText([...path, 'summary'], task.summary, LONGEST.summary),
    ...listRefusals([...path, 'leaderRoles'], task.leaderRoles, MOST.leaderRoles),
    ...countRefusals([...path, 'units'], units.length, MOST.units),
    ...units.flatMap(({ name }, at) => requiredText([...path, 'units', String(at), 'name'], name, LONGEST.name)),
    ...repeatRefusals(unitNames.map((name, at) => [[...path, 'units', String(at), 'name'], name])),
    ...dueRefusals(task, path, bounds),
    ...presentText([...path, 'prerequisite'], task.prerequisite),
    ...presentText([...path, 'upstreamDocument'], task.upstreamDocument),
  ];
  if (metric !== null) {
    refusals.push(...requiredText([...path, 'metric', 'name'], metric.name, LONGEST.name));
    refusals.push(...metricValueRefusals([...path, 'metric', 'target'], metric.target));
  }
  if (filing !== null) {
    refusals.push(...requiredText([...path, 'filing', 'to'], filing.to, LONGEST.words));
    refusals.push(...boundRefusals([...path, 'filing', 'dueOn'], filing.dueOn, bounds));
  }
  return refusals;
}

/** A day in words that are understood must be the day that is given. */
function dueRefusals(task: TaskInput, path: readonly string[], bounds: Bounds): Refusal[] {
  const { dueOn, dueText } = task;
  const asWorded = dueText === null ? null : dueOnOf(dueText);
  const at = [...path, 'dueOn'];
  const refusals = optionalText([...path, 'dueText'], dueText, LONGEST.words);
  const due = dueOn ?? asWorded;
  if (due === null) return [...refusals, { code: 'VALUE_MISSING', path: at, expected: 'dueOn', rules: ['U1'] }];
  if (asWorded !== null && asWorded !== due) {
    refusals.push({ code: 'DAY_CONTRADICTS_TEXT', path: at, expected: asWorded, got: due, rules: ['U1'] });
  }
  return [...refusals, ...boundRefusals(at, due, bounds)];
}

function boundRefusals(path: readonly string[], day: CivilDate, { earliest, farthest }: Bounds): Refusal[] {
  if (day < earliest) return [{ code: 'DAY_TOO_EARLY', path, expected: earliest, got: day }];
  return day > farthest ? [{ code: 'DAY_TOO_FAR', path, expected: farthest, got: day }] : [];
}

/** The last day that a plan of such a day may name. */
export function farthestFrom(day: CivilDate): string {
  return `${String(Number(day.slice(0, 4)) + FARTHEST_YEARS).padStart(4, '0')}-12-31`;
}

/** Why the value of a metric is not taken: it is below 0, too great, or has more than four places. */
export function metricValueRefusals(path: readonly string[], value: number | null): Refusal[] {
  if (
    value === null ||
    (value >= 0 && value <= GREATEST && Math.abs(value * 10_000 - Math.round(value * 10_000)) < EXACT)
  )
    return [];
  return [{ code: 'AMOUNT_OUT_OF_RANGE', path, expected: `0–${String(GREATEST)}, 0.0001`, got: String(value) }];
}

const GREATEST = 1_000_000_000;
const EXACT = 1e-4;

function numberRefusal(path: readonly string[], number: number): Refusal {
  return { code: 'AMOUNT_OUT_OF_RANGE', path, expected: '>= 1', got: String(number) };
}

function presentText(path: readonly string[], text: string | null): Refusal[] {
  return text === null ? [] : requiredText(path, text, LONGEST.words);
}

function listRefusals(path: readonly string[], texts: readonly string[], most: number): Refusal[] {
  const each = texts.flatMap((text, index) => requiredText([...path, String(index)], text, LONGEST.name));
  return texts.length <= most ? each : [...each, ...countRefusals(path, texts.length, most)];
}

function countRefusals(path: readonly string[], count: number, most: number): Refusal[] {
  if (count === 0) return [{ code: 'VALUE_MISSING', path, expected: path.at(-1) ?? '' }];
  return count <= most ? [] : [{ code: 'TOO_MANY_VALUES', path, expected: String(most), got: String(count) }];
}

function repeatRefusals(values: readonly (readonly [path: readonly string[], value: string])[]): Refusal[] {
  const seen = new Set<string>();
  return values.flatMap(([path, value]): Refusal[] => {
    if (seen.has(value)) return [{ code: 'VALUE_REPEATED', path, got: value.slice(0, 100) }];
    seen.add(value);
    return [];
  });
}
