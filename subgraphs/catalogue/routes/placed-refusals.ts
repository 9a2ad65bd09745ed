import type { Refusal } from '../../../core/refusal.ts';
import { placeOfMember, type FiledItem } from '../rules/sheet/catalogue-file.ts';
import { NOWHERE, type SheetFault } from '../rules/sheet/sheet-fault.ts';

/** Says of refusals of items in which cells of the file they lie; the others lie in none. */
export function placedRefusals(refusals: readonly Refusal[], items: readonly FiledItem[]): SheetFault[] {
  return refusals.map(({ path, ...refusal }) => {
    const [list, index, member] = path;
    const item = list === 'items' && index !== undefined ? items[Number(index)] : undefined;
    return { ...refusal, ...(item === undefined ? NOWHERE : placeOfMember(item, member)) };
  });
}
