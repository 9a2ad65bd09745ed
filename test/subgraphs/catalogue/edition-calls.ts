import { expect } from 'vitest';
import { itemInput, staff, type Answered, type ServedCatalogue } from './serve-catalogue.ts';

export const CITY_EDITOR = staff('EDITOR', '140500');
const PROVINCE_REVIEWER = staff('REVIEWER', '140000');
export const COUNTY_EDITOR = staff('EDITOR', '140521');
export const CITY_REVIEWER = staff('REVIEWER', '140500');
/** What the calls select of an edition. */
export const EDITION =
  '... on Catalogue { id status effectiveOn items(first: 100) { edges { node { id code title } } } }';

export interface Items {
  readonly edges: readonly { readonly node: { readonly id: string; readonly code: string; readonly title: string } }[];
}

/** The items of an edition that a call answered. */
export const itemsOf = (answered: Answered) => (answered['items'] as Items).edges.map(({ node }) => node);

/** The codes of what was refused. */
export const codesOf = (answered: Answered) => answered.refusals?.map(({ code }) => code);

/** The calls by which an edition comes to be, as its authors and reviewers make them. */
export function editionCalls(served: () => ServedCatalogue) {
  const derive = (region: string, edition: string, editor = staff('EDITOR', region), more = '') =>
    served().call(`deriveCatalogue(input: { region: "${region}", edition: "${edition}"${more} })`, EDITION, editor);
  const put = (catalogueId: string, columns = {}, editor = CITY_EDITOR) =>
    served().call(
      `putCatalogueItem(${itemInput(catalogueId, columns)})`,
      '... on CatalogueItem { id code title }',
      editor,
    );
  const file = (id: string, editor = CITY_EDITOR) => served().call(`fileCatalogue(id: "${id}")`, EDITION, editor);
  const approve = (id: string, reviewer = PROVINCE_REVIEWER) =>
    served().call(`approveCatalogue(id: "${id}")`, EDITION, reviewer);
  /** The city's edition in force, with items of these titles. */
  const cityEdition = async (edition = '2026', titles = ['医疗机构执业许可', '放射诊疗许可']): Promise<string> => {
    const draft = await derive('140500', edition, CITY_EDITOR, ', subordinatesFileBy: "2026-12-31"');
    const known = new Set(itemsOf(draft).map(({ title }) => title));
    for (const title of titles.filter((one) => !known.has(one))) await put(draft.id, { title: `"${title}"` });
    await file(draft.id);
    expect(await approve(draft.id)).toMatchObject({ __typename: 'Catalogue', status: 'APPROVED' });
    return draft.id;
  };
  return { derive, put, file, approve, cityEdition };
}
