/**
 * The region that coordinates a matter which touches several: the lowest one that is above all of them, or that is one of
 * them and above the rest (跨地区的由共同的上级主管部门协调). Told by the codes alone.
 *
 * A municipality (直辖市) and the counties right below a province (省直辖县级行政区划) have no prefecture above them, although
 * their codes leave room for one.
 *
 * @param codes - GB/T 2260, of the region that the matter concerns and of the others that it touches
 * @returns null when it touches one region only, and when it crosses provinces, above which a hub knows no region
 * @see rule P4
 */
export function coordinatingRegion(codes: readonly string[]): string | null {
  const [first = '', ...others] = new Set(codes);
  if (others.length === 0) return null;
  const prefecture = first.slice(0, 4);
  if (hasPrefecture(first) && others.every((code) => code.startsWith(prefecture))) return `${prefecture}00`;
  const province = first.slice(0, 2);
  return others.every((code) => code.startsWith(province)) ? `${province}0000` : null;
}

const MUNICIPALITIES = ['11', '12', '31', '50'];

function hasPrefecture(code: string): boolean {
  const [province, prefecture] = [code.slice(0, 2), code.slice(2, 4)];
  return prefecture !== '00' && prefecture !== '90' && !MUNICIPALITIES.includes(province);
}
