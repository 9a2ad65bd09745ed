import { canBeGiven, isCommonGiven } from './given-names.ts';
import { isLikeName } from './like-names.ts';
import { surnameAt, type Surname } from './surnames.ts';
import { endingAt, isTitleAt } from './triggers.ts';

const HAN = /[\u3400-\u9fff]/u;
/** A name of a people that parts it with a point (·): what stands before it may be up to eight characters long. */
const POINTED = /[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}/uy;
const LATIN =
  /[A-Z][a-z]{1,15}(?: [A-Z][a-z]{1,15}){0,2}(?![A-Za-z0-9])|[A-Z]{2,12}(?: [A-Z]{2,12}){1,2}(?![A-Za-z0-9])/uy;
/** What follows the name of an institution's founder or patron, not of a patient. */
const INSTITUTION = /^[\u3400-\u9fff]{0,2}(?:医院|诊所|药房|药店|大药房|卫生院|公司|学校|集团|纪念|家村|镇|路|街|乡)/u;

/** How sure it is from what stands before that a name follows. */
export interface Expectation {
  readonly isField: boolean;
  readonly isNamed: boolean;
}

/** How long the name is that stands at a place of a folded text; 0 when there is none, or it is hidden already (张某). */
export function nameAt(text: string, at: number, expected: Expectation): number {
  const pointed = pointedAt(text, at);
  if (pointed > 0) return pointed;
  if (expected.isNamed && latinAt(text, at) > 0) return latinAt(text, at);
  const surname = surnameAt(text, at);
  if (surname === null) return 0;
  const from = at + surname.length;
  const given = isTitleAt(text, from) ? 0 : givenLength(text, from);
  if (given === 0) return 0;
  return isName(text, at, { surname, given, expected }) ? surname.length + given : 0;
}

function pointedAt(text: string, at: number): number {
  POINTED.lastIndex = at;
  const [whole] = POINTED.exec(text) ?? [];
  if (whole === undefined) return 0;
  const last = whole.lastIndexOf('·') + 1;
  for (let end = last + 1; end < whole.length; end += 1) if (endingAt(text, at + end) > 0) return end;
  return whole.length;
}

function latinAt(text: string, at: number): number {
  LATIN.lastIndex = at;
  return LATIN.exec(text)?.[0].length ?? 0;
}

/** How many characters of a given name stand at a place, one or two: as many as what follows makes likely. */
function givenLength(text: string, from: number): 0 | 1 | 2 {
  if (!canBeGiven(text.charAt(from))) return 0;
  if (!canBeGiven(text.charAt(from + 1))) return 1;
  const [one, two] = [endOf(text, from + 1), endOf(text, from + 2)];
  if (two === Infinity) return one > 1 && !isCommonGiven(text.charAt(from + 1)) ? 1 : 2;
  if (one > 0 && (two === 0 || one > 1)) return 1;
  if (two > 0) return 2;
  return isCommonGiven(text.charAt(from + 1)) ? 2 : 1;
}

/** Infinity at an end of what is written, the length of a word that ends a name, 0 in the midst of something. */
function endOf(text: string, at: number): number {
  return HAN.test(text.charAt(at)) ? endingAt(text, at) : Infinity;
}

interface Candidate {
  readonly surname: Surname;
  readonly given: 1 | 2;
  readonly expected: Expectation;
}

function isName(text: string, at: number, { surname, given, expected }: Candidate): boolean {
  const from = at + surname.length;
  const end = endOf(text, from + given);
  const isCommon = isCommonGiven(text.slice(from, from + given));
  if (surname.length === 1 && isLikeName(text, at))
    return isNameAllTheSame({ surname, given, expected }, isCommon && end > 0);
  if (end > 0) return surname.isClear || isCommon || (expected.isNamed && end === Infinity);
  if (expected.isNamed) return surname.isClear || isCommon;
  return surname.isClear && isCommon && !INSTITUTION.test(text.slice(from + given, from + given + 8));
}

/** 王国强 begins like a kingdom (王国) and is a name. */
function isNameAllTheSame({ surname, given, expected }: Candidate, isWholeAndCommon: boolean): boolean {
  if (!isWholeAndCommon) return false;
  return (surname.isClear && given === 2) || expected.isNamed;
}
