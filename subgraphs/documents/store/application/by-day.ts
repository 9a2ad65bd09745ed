import { fromUtcMidnight, parseCivilDate, toUtcMidnight } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import { readPage, type Page, type PageArgs, type Position } from '../../../kit/page.ts';

/** How a list that goes by a day, the newest first, and then by id, is read. */
interface DayList<Row> {
  readonly dayOf: (row: Row) => Date;
  /** At most `take` rows that fit all conditions. */
  readonly find: (list: { readonly behind: object; readonly take: number }) => PromiseLike<readonly Row[]>;
  readonly count: () => PromiseLike<number>;
}

/**
 * One page of a list that goes by a day.
 *
 * @param column - the name of the day's column, as Prisma has it
 * @throws Fault LIMIT_EXCEEDED for a page size out of bounds, CURSOR_INVALID for a cursor of another list
 */
export function pageByDay<Row extends { readonly id: string }>(
  column: string,
  page: PageArgs,
  list: DayList<Row>,
): Promise<Page<Row>> {
  return readPage<Row>(page, {
    find: (take, position) => list.find({ behind: behind(column, position), take }),
    positionOf: (row) => [fromUtcMidnight(list.dayOf(row)), row.id],
    count: list.count,
  });
}

function behind(column: string, position: Position | null): object {
  if (position === null) return {};
  const [day = '', id = ''] = position;
  const on = parseCivilDate(day);
  if (on === null) throw new Fault('CURSOR_INVALID', 'Expected a page cursor of this list');
  const at = toUtcMidnight(on);
  return { [column]: { lte: at }, OR: [{ [column]: { lt: at } }, { id: { lt: id } }] };
}
