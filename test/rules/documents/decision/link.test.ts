import { describe, expect, it } from 'vitest';
import {
  inPageOrder,
  LINK_KINDS,
  linkRefusals,
  namedDocumentRefusals,
  type LinkInput,
} from '../../../../subgraphs/documents/rules/decision/link.ts';
import { DECISION_STAGES } from '../../../../subgraphs/documents/rules/decision/stage.ts';

const INPUT: LinkInput = { kind: 'DRAFT', title: '草案', url: 'https://www.example.gov.cn/draft' };
const refused = (input: Partial<LinkInput>, links = 0) =>
  linkRefusals({ stage: 'LISTED', links }, { ...INPUT, ...input });
const ONE_OF = { code: 'ONE_OF_NEEDED', path: ['input'], expected: 'url | document', rules: ['M1'] };
const malformed = (url: string) => ({
  code: 'ADDRESS_MALFORMED',
  path: ['input', 'url'],
  expected: 'https://www.example.gov.cn/…',
  got: url.slice(0, 100),
});
const LONG = `https://www.example.gov.cn/${'a'.repeat(1_974)}`;

describe('a link on the page of a decision', () => {
  it.each([
    ['DRAFT', ['LISTED', 'CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK']],
    ['BACKGROUND', ['LISTED', 'CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK']],
    ['CONSULTATION', ['CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK']],
    ['ADOPTION', ['CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK']],
    ['MEETING', ['DISCUSSED', 'DECIDED', 'FEEDBACK']],
    ['RESULT', ['DECIDED', 'FEEDBACK']],
  ] as const)('of kind %s is added at %j', (kind, stages) => {
    for (const stage of DECISION_STAGES) {
      const refusal = { code: 'STATUS_NOT_FITTING', path: ['id'], got: stage, rules: ['M1'] };
      const isTaken = (stages as readonly string[]).includes(stage);
      expect(linkRefusals({ stage, links: 0 }, { ...INPUT, kind })).toEqual(
        isTaken ? [] : [{ ...refusal, expected: stages.join(' | ') }],
      );
    }
  });

  it.each<[string, Partial<LinkInput>, object[]]>([
    ['leads to a document', { url: null, document: 'd' }, []],
    ['leads to both', { document: 'd' }, [ONE_OF]],
    ['leads nowhere', { url: undefined }, [ONE_OF]],
    ['has no title', { title: '' }, [{ code: 'VALUE_MISSING', path: ['input', 'title'], expected: 'title' }]],
    [
      'has too long a title',
      { title: '题'.repeat(301) },
      [{ code: 'VALUE_TOO_LONG', path: ['input', 'title'], expected: '300', got: '301' }],
    ],
    ['leads to http', { url: 'HTTP://example.gov.cn' }, []],
    ['leads to another scheme', { url: 'javascript:alert(1)' }, [malformed('javascript:alert(1)')]],
    ['has text before the address', { url: 'see https://a.cn' }, [malformed('see https://a.cn')]],
    ['has text behind the address', { url: 'https://a.cn x' }, [malformed('https://a.cn x')]],
    ['has no host', { url: 'https:///x' }, [malformed('https:///x')]],
    ['has a port that is none', { url: 'https://a.cn:x/' }, [malformed('https://a.cn:x/')]],
    ['has a password', { url: 'https://u:p@a.cn/' }, [malformed('https://u:p@a.cn/')]],
    ['has an @ behind the host', { url: 'https://a.cn/@x' }, []],
    ['is as long as it may be', { url: LONG.slice(0, 2_000) }, []],
    ['is too long', { url: LONG }, [malformed(LONG)]],
  ])('%s', (_case, input, refusals) => {
    expect(refused(input)).toEqual(refusals);
  });

  it('is one of a hundred', () => {
    expect(refused({}, 99)).toEqual([]);
    expect(refused({}, 100)).toEqual([{ code: 'TOO_MANY_VALUES', path: ['id'], expected: '100', got: '101' }]);
  });

  it.each([
    ['none', null, true, [{ code: 'NOT_FOUND', path: ['p'], expected: 'Document', got: 'x'.repeat(100) }]],
    ['a public one', 'PUBLISHED', true, []],
    ['an unpublished one on a draft page', 'APPROVED', false, []],
    [
      'an unpublished one on a public page',
      'APPROVED',
      true,
      [{ code: 'STATUS_NOT_FITTING', path: ['p'], expected: 'PUBLISHED', got: 'APPROVED', rules: ['M1'] }],
    ],
  ])('names a document: %s', (_case, status, isPublic, refusals) => {
    expect(namedDocumentRefusals(['p'], 'x'.repeat(101), { status, isPublic })).toEqual(refusals);
  });

  it('stands in the order of the page, then as it was added', () => {
    const links = [...LINK_KINDS].reverse().flatMap((kind) => [
      { kind, sequence: 2 },
      { kind, sequence: 1 },
    ]);
    expect(inPageOrder(links).map(({ kind, sequence }) => `${kind} ${String(sequence)}`)).toEqual(
      ['DRAFT', 'BACKGROUND', 'CONSULTATION', 'ADOPTION', 'MEETING', 'RESULT'].flatMap((kind) => [
        `${kind} 1`,
        `${kind} 2`,
      ]),
    );
  });
});
