/**
 * The one name of a unit (责任单位) that plans write in several ways: without blanks, in one width of letters, and an
 * office that a bureau or commission calls just 办公室 by its full short name 局办公室 or 委办公室.
 *
 * @param issuerName - the body whose plan it is, such as 中卫市卫生和计划生育局
 * @see rule U1, and domain rules §8.4
 */
export function canonicalUnitName(nameAsWritten: string, issuerName: string): string {
  const name = nameAsWritten.normalize('NFKC').replace(/\s+/gu, '');
  if (name !== '办公室') return name;
  if (issuerName.endsWith('局')) return '局办公室';
  return issuerName.endsWith('委员会') || issuerName.endsWith('委') ? '委办公室' : name;
}

/** Whether a name stands for a whole class of bodies (集合主体), such as 各医疗卫生单位, which answer together here. */
export function isCollective(unit: string): boolean {
  return unit.includes('各') || unit.endsWith('单位');
}
