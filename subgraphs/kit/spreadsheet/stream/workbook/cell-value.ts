import type { CellKind } from '../../../../../core/table.ts';
import { detached } from '../detached.ts';
import { damaged } from './damaged.ts';
import { dayText } from './days.ts';
import { unescaped } from './escapes.ts';
import { numberText } from './numbers.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { NumberStyle } from './styles.ts';

/** What cells of a workbook refer to. */
export interface CellGround {
  readonly strings: SharedStrings;
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
}

/** A cell as it stands in the file. */
export interface StoredCell {
  readonly type: string;
  readonly style: string | undefined;
  readonly isFormula: boolean;
  /** Whether a value is stored, be it a blank one. */
  readonly hasValue: boolean;
  readonly value: string;
}

/** What a cell shows, and what it holds. */
export interface CellValue {
  readonly text: string;
  readonly kind: CellKind;
}

const BLANK: CellValue = { text: '', kind: 'TEXT' };

/**
 * What a cell shows. A formula whose stored value is a blank text shows nothing and is taken for a blank cell; one
 * without a stored value is a FORMULA without a text, and one that failed is an ERROR.
 */
export function cellValue(cell: StoredCell, ground: CellGround): CellValue {
  const value = storedValue(cell, ground);
  if (!cell.isFormula || value.kind === 'ERROR') return value;
  const isBlank = value.text === '' && cell.hasValue && cell.type === 'str';
  return isBlank ? BLANK : { text: value.text, kind: 'FORMULA' };
}

function storedValue({ type, style, value }: StoredCell, ground: CellGround): CellValue {
  if (value === '' && type !== 'e') return BLANK;
  switch (type) {
    case 's':
      return text(ground.strings.at(Number(value)));
    case 'str':
    case 'inlineStr':
      return text(detached(unescaped(value)));
    case 'b':
      return { text: /^(?:1|true)$/.test(value.trim()) ? 'TRUE' : 'FALSE', kind: 'BOOLEAN' };
    case 'e':
      return { text: detached(value), kind: 'ERROR' };
    case 'd':
      return { text: detached(value.slice(0, 10)), kind: 'DATE' };
    case 'n':
      return numberValue(value, style === undefined ? 'PLAIN' : (ground.styles[Number(style)] ?? 'PLAIN'), ground);
    default:
      throw damaged(`未知的单元格类型 ${type}`);
  }
}

function numberValue(value: string, style: NumberStyle, { from1904 }: CellGround): CellValue {
  const day = style === 'DAY' ? dayText(Number(value), from1904) : null;
  if (day !== null) return { text: day, kind: 'DATE' };
  const number = numberText(value);
  if (number === null) return text(detached(value));
  const isCode = typeof style === 'object' && /^\d+$/.test(number);
  return { text: isCode ? number.padStart(style.digits, '0') : number, kind: 'NUMBER' };
}

function text(value: string): CellValue {
  return { text: value, kind: 'TEXT' };
}
