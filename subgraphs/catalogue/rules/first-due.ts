import type { TimeLimit } from './item-columns.ts';

/** What the law gives where a catalogue says nothing: 20 working days after something came about or changed. */
const STATUTORY: TimeLimit = { appliesTo: 'INFORMATION', days: 20, unit: 'WORKING_DAY' };

/**
 * The time limit of a first disclosure: the one for information, since results come about only later; where there is
 * none the shortest, and where there is none at all the statutory one.
 *
 * @see rules C7, C8
 */
export function firstLimit(timeLimits: readonly TimeLimit[]): TimeLimit {
  const information = timeLimits.filter(({ appliesTo }) => appliesTo === 'INFORMATION');
  const [shortest] = [...(information.length > 0 ? information : timeLimits)].sort(
    (one, other) => one.days - other.days,
  );
  return shortest ?? STATUTORY;
}

/** The time limit for what came about under an item, by what it is; the first limit where the item has none for it. */
export function limitFor(appliesTo: TimeLimit['appliesTo'], timeLimits: readonly TimeLimit[]): TimeLimit {
  return timeLimits.find((limit) => limit.appliesTo === appliesTo) ?? firstLimit(timeLimits);
}
