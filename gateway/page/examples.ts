import type { Locale } from '../../core/viewer.ts';

/** One tab of the query page. */
export interface Example {
  readonly name: Readonly<Record<Locale, string>>;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const COVERAGE = `# How much of what a county must publish it has published, today.
query CountyCoverage($region: ID!) {
  region(code: $region) {
    name
    coverage {
      items
      disclosed
      overdue
      missing
      rate
    }
  }
}
`;

const LIVE = `# Disclosures as they happen. With "after" (a cursor), first everything that was missed.
subscription Disclosures($after: Cursor) {
  disclosures(after: $after) {
    cursor
    kind
    subject
    occurredAt
    region { code name }
    publisher { name }
    document { title }
    priceList { kind rows }
  }
}
`;

/** The tabs that the query page opens with: a question, and a live subscription. */
export function examplesFor(region: string): readonly Example[] {
  return [
    { name: { zh: '公开覆盖率', en: 'Coverage' }, query: COVERAGE, variables: { region } },
    { name: { zh: '实时公开', en: 'Live disclosures' }, query: LIVE, variables: {} },
  ];
}
