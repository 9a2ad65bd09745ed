import type { SheetRow } from '../../../../core/table.ts';

const SUM = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|本页合计|total$)/i;
/** 注：…, 审核人：…, 监督电话：…; a name such as 注射费 is none. */
const REMARK =
  /^[^:：]{0,12}(?:注|说明|人|日期|时间|电话|热线|单位|地址|签字|签名|盖章|部门|科|意见|网址|标准)\s*[:：]|^(?:备?注|附注|说明)\s*(?:\d|[（(、.]|$)|^第\s*\d+\s*页|^共\s*\d+\s*页/;
const COUNTED = /^[（(]?(\d{1,2})[)）]?$/;

/** Whether a row that lacks something a price has is none at all: a sum, or remarks and signatures under the list. */
export function isSumOrRemark(row: SheetRow): boolean {
  const first = row.cells.find((text) => text.trim() !== '')?.trim() ?? '';
  return SUM.test(first) || REMARK.test(first);
}

/** Whether a row only numbers the columns: 1, 2, 3. */
export function isColumnNumbers(row: SheetRow): boolean {
  const texts = row.cells.map((text) => text.trim()).filter((text) => text !== '');
  const numbers = texts.map((text) => Number(COUNTED.exec(text)?.[1] ?? 'NaN'));
  return (
    numbers.length > 2 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}
