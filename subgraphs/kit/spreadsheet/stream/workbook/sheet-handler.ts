import type { CellKind, SheetRow } from '../../../../../core/table.ts';
import { overLimit, type StreamLimits } from '../../limits.ts';
import { columnOfName } from './cell-place.ts';
import { cellValue, type CellGround } from './cell-value.ts';
import { damaged } from './damaged.ts';
import type { ElementHandler } from './xml.ts';

/** The last row and column that spreadsheet programs have. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** Puts the rows of a sheet together from its elements. Rows without any content are passed over, wherever they stand. */
export class SheetHandler implements ElementHandler {
  readonly #ground: CellGround;
  readonly #limits: StreamLimits;
  #rows: SheetRow[] = [];
  #number = 0;
  #cells: string[] = [];
  #kinds: CellKind[] = [];
  #hasKinds = false;
  #column = -1;
  #type = 'n';
  #style: string | undefined;
  #isFormula = false;
  #hasValue = false;
  #value = '';
  /** What looks like a row elsewhere is none. */
  #isInCells = false;
  #phonetic = 0;
  #isValue = false;

  constructor(ground: CellGround, limits: StreamLimits) {
    this.#ground = ground;
    this.#limits = limits;
  }

  /** The rows that are complete since it was last asked. */
  readonly fetch = (): readonly SheetRow[] => {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  };

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (depth === 2) this.#isInCells = name === 'sheetData';
    if (!this.#isInCells) return;
    this.#isValue = false;
    if (depth === 3 && name === 'row') this.#openRow(attributes['r']);
    else if (depth === 4 && name === 'c') this.#openCell(attributes);
    else if (depth > 4) this.#openValue(name, depth);
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
  }

  close(name: string, depth: number): void {
    this.#isValue = false;
    if (!this.#isInCells) return;
    if (name === 'rPh') this.#phonetic -= 1;
    if (depth === 4 && name === 'c') this.#closeCell();
    if (depth === 3 && name === 'row') this.#closeRow();
  }

  #openRow(given: string | undefined): void {
    const number = given === undefined ? this.#number + 1 : Number(given);
    if (!Number.isInteger(number) || number <= this.#number || number > LAST_ROW) {
      throw damaged(`第 ${String(this.#number)} 行之后的行号是 ${String(given)}`);
    }
    this.#number = number;
    this.#cells = [];
    this.#kinds = [];
    this.#hasKinds = false;
    this.#column = -1;
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    const column = r === undefined ? this.#column + 1 : columnOfName(r);
    if (column === null || column >= LAST_COLUMN) throw damaged(`第 ${String(this.#number)} 行有单元格 ${String(r)}`);
    this.#column = column;
    this.#type = t ?? 'n';
    this.#style = s;
    this.#isFormula = false;
    this.#hasValue = false;
    this.#value = '';
    this.#phonetic = 0;
  }

  /** A value stands right in its cell, the text of an inline one in it at any depth. */
  #openValue(name: string, depth: number): void {
    if (name === 'rPh') this.#phonetic += 1;
    if (depth === 5 && name === 'f') this.#isFormula = true;
    const isInline = this.#type === 'inlineStr';
    this.#isValue = isInline ? name === 't' && this.#phonetic === 0 : depth === 5 && name === 'v';
    this.#hasValue ||= this.#isValue;
  }

  #closeCell(): void {
    const { text, kind } = cellValue(
      {
        type: this.#type,
        style: this.#style,
        isFormula: this.#isFormula,
        hasValue: this.#hasValue,
        value: this.#value,
      },
      this.#ground,
    );
    if (text === '' && kind === 'TEXT') return;
    if (this.#column >= this.#limits.columns) {
      const got = `${String(this.#column + 1)} in row ${String(this.#number)}`;
      throw overLimit('columns', this.#limits.columns, got);
    }
    while (this.#cells.length <= this.#column) {
      this.#cells.push('');
      this.#kinds.push('TEXT');
    }
    this.#cells[this.#column] = text;
    this.#kinds[this.#column] = kind;
    this.#hasKinds ||= kind !== 'TEXT';
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#number > this.#limits.rows) throw overLimit('rows', this.#limits.rows, 'more');
    const row = { number: this.#number, cells: this.#cells };
    this.#rows.push(this.#hasKinds ? { ...row, kinds: this.#kinds } : row);
  }
}
