import { Fault } from '../../../core/fault.ts';

/** What is priced: by its code, or by its name where lists give it no code. */
export type PricedItem = { readonly code: string } | { readonly name: string };

/** What somebody asks for. */
export interface AskedItem {
  readonly code?: string | null | undefined;
  readonly name?: string | null | undefined;
}

/**
 * The item that is asked for; null for a blank code or name, which names none.
 *
 * @throws Fault BAD_USER_INPUT for both or neither of code and name
 */
export function askedItem({ code, name }: AskedItem): PricedItem | null {
  if (code != null && name == null) return code === '' ? null : { code };
  if (name != null && code == null) return name === '' ? null : { name };
  const got = code == null ? 'neither' : 'both';
  throw new Fault('BAD_USER_INPUT', `Expected one of \`code\` and \`name\`, got ${got}.`);
}
