import { Fault } from './fault.ts';

/** The codes of one region and everything below it; both ends belong to it. */
export interface RegionRange {
  readonly from: string;
  readonly to: string;
}

/**
 * The codes of a region and all regions below it, by the prefixes of the administrative division codes (行政区划代码):
 * two digits name the province, four the prefecture, six the county. Codes of equal length compare as text, so that
 * `code BETWEEN from AND to` is one index scan.
 *
 * @param code - six digits, for example `140500` for 140500–140599
 * @throws Fault BAD_USER_INPUT when it is not six digits
 * @see GB/T 2260
 */
export function regionRange(code: string): RegionRange {
  if (!REGION_CODE.test(code)) {
    throw new Fault('BAD_USER_INPUT', `A region code has six digits, for example 140500; got ${quoted(code)}.`);
  }
  if (code.endsWith('0000')) return { from: code, to: `${code.slice(0, 2)}9999` };
  if (code.endsWith('00')) return { from: code, to: `${code.slice(0, 4)}99` };
  return { from: code, to: code };
}

/** Whether a region is `code` itself or stands below it. */
export function covers(range: RegionRange, code: string): boolean {
  return range.from <= code && code <= range.to;
}

const REGION_CODE = /^[0-9]{6}$/;

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
