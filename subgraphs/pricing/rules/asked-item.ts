import { Fault } from '../../../core/fault.ts';

/** What is priced: by its code, or by its name where lists give it no code. */
export type PricedItem = { readonly code: string } | { readonly name: string };

/** What somebody asks for. */
export interface AskedItem {
  readonly code?: string | null | undefined;
  readonly name?: string | null | undefined;
}

/**
 * The item that is asked for, read as an import reads cells: without blanks around it, its code in half width; null for a
 * blank code or name, which names none.
 *
 * @throws Fault BAD_USER_INPUT for both or neither of code and name
 */
export function askedItem({ code, name }: AskedItem): PricedItem | null {
  if (code != null && name == null) return code.trim() === '' ? null : { code: code.normalize('NFKC').trim() };
  if (name != null && code == null) return name.trim() === '' ? null : { name: name.trim() };
  const got = code == null ? 'neither' : 'both';
  throw new Fault('BAD_USER_INPUT', `Expected one of \`code\` and \`name\`, got ${got}.`);
}
