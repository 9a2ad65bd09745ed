import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Yuan } from '../../../../core/yuan.ts';
import { BLANK_ROW, type PriceRow } from '../../../../subgraphs/pricing/rules/price-row.ts';

/** Names as a list has them: far fewer than rows. */
const NAMES = [
  '彩色多普勒超声常规检查',
  '一级护理',
  '静脉输液',
  '血细胞分析',
  'CT平扫',
  '阑尾切除术',
  '床位费',
  '心电图',
];
const VARIANTS = 5_000;

/** One made-up line of a list; of every thousandth the amount depends on the edition. */
export function lineOf(index: number, edition: number): PriceRow {
  const tenths = (index % 3_000) + 10 + (index % 1_000 === 0 ? edition : 0);
  const amount = `${String(Math.floor(tenths / 10))}${tenths % 10 === 0 ? '' : `.${String(tenths % 10)}`}` as Yuan;
  return {
    ...BLANK_ROW,
    ...{ code: String(310_000_000 + index), name: `${NAMES[index % NAMES.length] ?? ''}${String(index % VARIANTS)}` },
    ...{ unit: '次', tier: '三级', amount, mode: 'GOVERNMENT_GUIDED', insuranceClass: '乙' },
    ...{ note: index % 7 === 0 ? '不含材料费, 另计' : null },
  };
}

const HEADING = '项目编码,项目名称,计价单位,价格（元）,等级,价格形式,医保类别,说明\n';

/** Writes a list as a text file of cells. */
export async function writeList(file: string, rows: number, edition: number): Promise<void> {
  const texts = function* () {
    let text = HEADING;
    for (let index = 0; index < rows; index += 1) {
      const { code, name, unit, amount, tier, note } = lineOf(index, edition);
      const cells = [code, name, unit, amount, tier, '政府指导价', '乙', note === null ? '' : `"${note}"`];
      text += `${cells.join(',')}\n`;
      if (text.length < 65_536) continue;
      yield text;
      text = '';
    }
    yield text;
  };
  await pipeline(texts(), createWriteStream(file));
}
