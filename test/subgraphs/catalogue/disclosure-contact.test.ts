import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DATABASE_KINDS } from '../../support/databases.ts';
import { codesOf, serveSupervision, staff, type ServedSupervision } from './serve-supervision.ts';

const CONTACT = { institution: 'qinshui', name: '样例人员', post: '办公室主任', phone: '0356-0000000' };
const EDITOR = staff('EDITOR', '140521');
const PERSONAL = /样例人员|0356-0000000|someone@/;

describe.each(DATABASE_KINDS)('contacts on $kind', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('', () => {
    let served: ServedSupervision;
    beforeAll(async () => {
      served = await serveSupervision(await openMigrated());
    }, 60_000);
    afterAll(() => served.close());

    const overdue = async () =>
      (await served.ask('{ supervision(region: "140521") { byRegion { contactsOverdue } } }')).data;

    it('are overdue until one is registered for the year whose list is late', async () => {
      expect(await overdue()).toEqual({ supervision: { byRegion: [{ contactsOverdue: 1 }] } });
      expect(await served.change('registerDisclosureContact', CONTACT, EDITOR)).toMatchObject({
        year: 2026,
        institution: { name: '沁水县卫生健康和体育局' },
        name: '样例人员',
        email: null,
        dueOn: '2026-07-31',
        isLate: true,
      });
      expect(await overdue()).toEqual({ supervision: { byRegion: [{ contactsOverdue: 0 }] } });
    });

    it('replace what stood when they are registered again', async () => {
      const changed = { ...CONTACT, post: '副主任', email: 'someone@example.gov.cn', year: 2026 };
      await served.change('registerDisclosureContact', changed, EDITOR);
      const { data } = await served.ask(
        '{ disclosureContacts(region: "140500") { totalCount edges { node { post email } } } }',
      );
      expect(data).toEqual({
        disclosureContacts: { totalCount: 1, edges: [{ node: { post: '副主任', email: 'someone@example.gov.cn' } }] },
      });
    });

    it('are listed by year, page by page', async () => {
      await served.change('registerDisclosureContact', { ...CONTACT, institution: 'yangcheng' }, staff('PUBLISHER'));
      await served.change('registerDisclosureContact', { ...CONTACT, institution: 'hospital' }, staff('PUBLISHER'));
      const text = `query ($after: String) { disclosureContacts(region: "140000", year: 2026, first: 1, after: $after) {
        edges { node { institution { name } } } pageInfo { hasNextPage endCursor } } }`;
      const names: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const { data } = await served.ask(text, { after }, staff('OPERATOR', '140000'));
        const { edges, pageInfo } = (
          data as {
            disclosureContacts: {
              edges: { node: { institution: { name: string } } }[];
              pageInfo: { hasNextPage: boolean; endCursor: string };
            };
          }
        ).disclosureContacts;
        names.push(...edges.map(({ node }) => node.institution.name));
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      expect(names).toEqual(['沁水县医院（样例）', '沁水县卫生健康和体育局', '阳城县卫生健康和体育局']);
    });

    it('stand in no refusal, no fault, no line of the log of errors and no entry of the change log', async () => {
      const lines: string[] = [];
      const spy = vi.spyOn(console, 'error').mockImplementation((line: unknown) => void lines.push(String(line)));
      const long = { ...CONTACT, email: `someone@${'a'.repeat(200)}`, institution: 'nobody' };
      const refused = await served.change('registerDisclosureContact', long, staff('OPERATOR', '140522'));
      expect(codesOf(refused)).toEqual(['ROLE_NOT_ALLOWED', 'VALUE_TOO_LONG', 'NOT_FOUND']);
      // No database takes this character; the statement fails with all its parameters.
      const text = `mutation ($input: RegisterDisclosureContactInput!) { registerDisclosureContact(input: $input) { __typename } }`;
      const failed = await served.ask(text, { input: { ...CONTACT, email: 'someone@\u0000' } }, EDITOR);
      expect(failed.errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL' });
      spy.mockRestore();
      expect(lines).not.toHaveLength(0);
      expect(JSON.stringify([refused, failed, lines, await served.entries()])).not.toMatch(PERSONAL);
    });
  });
});
