import type { Audience, DisclosureMethod, ItemLevel, OpennessStage } from '../item-columns.ts';
import type { CellReader } from './cell-reader.ts';
import { clipped, folded } from './cell-text.ts';
import { headingOf, type ColumnKind } from './headings.ts';
import { cellFault } from './sheet-fault.ts';
import { isTicked } from './tick-cell.ts';

const TICK = '√ 或空白';

/**
 * To whom an item is disclosed (公开对象): one of two columns ticked, or the words in one. Words in the column of
 * specific groups name the group and count as a tick; without any such column it is the whole of society.
 */
export function readAudience(reader: CellReader): Audience {
  const kinds = ['audienceWhole', 'audienceSpecific'] as const;
  return readOne(reader, { single: 'audience', kinds, values: ['WHOLE_SOCIETY', 'SPECIFIC_GROUP'] }, (text) =>
    /社会|公众|公开/.test(text) ? 'WHOLE_SOCIETY' : /特定|申请|当事|相对人/.test(text) ? 'SPECIFIC_GROUP' : null,
  );
}

/** On whose initiative an item is disclosed (公开方式); without any such column the body's own (rule C8). */
export function readMethod(reader: CellReader): DisclosureMethod {
  const kinds = ['methodProactive', 'methodOnRequest'] as const;
  return readOne(reader, { single: 'method', kinds, values: ['PROACTIVE', 'ON_REQUEST'] }, (text) =>
    text.includes('申请') ? (text.includes('主动') ? null : 'ON_REQUEST') : text.includes('主动') ? 'PROACTIVE' : null,
  );
}

/** At which levels an item is disclosed (公开层级); without any such column the county's. The city's is not kept. */
export function readLevels(reader: CellReader): ItemLevel[] {
  if (reader.has('levels')) {
    const [cell] = reader.cells('levels');
    const text = folded(cell?.text ?? '');
    const levels: ItemLevel[] = [...(/[县区]/.test(text) ? ['COUNTY' as const] : [])];
    if (/[乡镇村]|街道/.test(text)) levels.push('TOWNSHIP');
    if (levels.length === 0) reader.refuse('levels', null, cellFault('levels', text, '县级、乡级'));
    return levels;
  }
  if (!reader.has('levelCounty') && !reader.has('levelTownship')) return ['COUNTY'];
  const levels: ItemLevel[] = [];
  if (ticked(reader, 'levelCounty')) levels.push('COUNTY');
  if (ticked(reader, 'levelTownship')) levels.push('TOWNSHIP');
  if (levels.length === 0) {
    const expected = `${headingOf('levels')}（县级、乡级至少勾选一项）`;
    reader.refuse(reader.has('levelCounty') ? 'levelCounty' : 'levelTownship', null, {
      ...{ code: 'VALUE_MISSING', expected, rules: ['C5'] },
    });
  }
  return levels;
}

const STAGES: Readonly<Record<string, OpennessStage>> = {
  ...{ 决策: 'DECISION', 执行: 'EXECUTION', 管理: 'MANAGEMENT', 服务: 'SERVICE', 结果: 'RESULT' },
};

/** The stage of administration that an item makes public (五公开); null when the sheet does not say. */
export function readStage(reader: CellReader): OpennessStage | null {
  const [cell] = reader.cells('stage');
  if (cell === undefined) return null;
  const stage = STAGES[folded(cell.text).replace(/公开$/, '')];
  if (stage === undefined)
    reader.refuse('stage', cell.row, cellFault('stage', cell.text, '决策、执行、管理、服务、结果之一'));
  return stage ?? null;
}

/** A column of 是 and 否; blank is 是. */
export function readYes(reader: CellReader, kind: ColumnKind): boolean {
  const [cell] = reader.cells(kind);
  if (cell === undefined) return true;
  const answer = isTicked(cell.text);
  if (answer === null) reader.refuse(kind, cell.row, cellFault(kind, cell.text, '是 或 否'));
  return answer ?? true;
}

interface OneOfTwo<Value> {
  readonly single: ColumnKind;
  readonly kinds: readonly [ColumnKind, ColumnKind];
  readonly values: readonly [Value, Value];
}

function readOne<Value>(
  reader: CellReader,
  { single, kinds, values }: OneOfTwo<Value>,
  inWords: (text: string) => Value | null,
): Value {
  const [first, second] = kinds;
  const expected = `${headingOf(first)} 或 ${headingOf(second)}，只勾选其一`;
  if (reader.has(single)) {
    const [cell] = reader.cells(single);
    const value = inWords(folded(cell?.text ?? ''));
    if (value === null)
      reader.refuse(single, null, cellFault(single, cell?.text ?? '', `${headingOf(first)} 或 ${headingOf(second)}`));
    return value ?? values[0];
  }
  if (!reader.has(first) && !reader.has(second)) return values[0];
  const ticks = [ticked(reader, first), ticked(reader, second, first === 'audienceWhole')];
  const place = reader.has(first) ? first : second;
  if (ticks[0] === ticks[1]) {
    const rules = ['C5'];
    if (ticks[0] === true)
      reader.refuse(place, null, { code: 'CELL_NOT_UNDERSTOOD', expected, got: '两项都已勾选', rules });
    else reader.refuse(place, null, { code: 'VALUE_MISSING', expected: `${headingOf(single)}（${expected}）`, rules });
  }
  return ticks[0] === true ? values[0] : values[1];
}

/** @param takesWords - whether words count as a tick */
function ticked(reader: CellReader, kind: ColumnKind, takesWords = false): boolean {
  return reader.cells(kind).some(({ row, text }) => {
    const tick = isTicked(text);
    if (tick !== null) return tick;
    if (!takesWords) reader.refuse(kind, row, { ...cellFault(kind, clipped(text), TICK) });
    return takesWords;
  });
}
