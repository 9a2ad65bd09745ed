import type { Locale } from '../../core/viewer.ts';
import { wordsOf } from './command.ts';
import type { ReachedHub } from './reached-hub.ts';

const STATUS = `{ aggregation { region { code } name state lagEntries lagSeconds taken
  proof { at isComplete repaired } quarantine { message since } fault { message entry times retryAt } } }`;

const APPROVE = `mutation($region: ID!) { releaseQuarantine(region: $region) {
  __typename ... on Refused { refusals { message } } ... on Lane { name state } } }`;

interface Status {
  readonly region: { readonly code: string };
  readonly name: string;
  readonly state: string;
  readonly lagEntries: number | null;
  readonly lagSeconds: number | null;
  readonly taken: number;
  readonly proof: { readonly at: string; readonly isComplete: boolean; readonly repaired: number } | null;
  readonly quarantine: { readonly message: string; readonly since: string } | null;
  readonly fault: {
    readonly message: string;
    readonly entry: string | null;
    readonly times: number;
    readonly retryAt: string;
  } | null;
}

/** Shows how far each hub has come; whether all is well. */
export async function showStatus(hub: ReachedHub, locale: Locale): Promise<boolean> {
  const answer = await asked<{ aggregation: readonly Status[] }>(hub, { query: STATUS });
  if (answer === null) return false;
  if (answer.aggregation.length === 0)
    console.log(locale === 'zh' ? '未配置汇聚来源（COUNTIES）。' : 'Nothing is pulled (COUNTIES).');
  for (const lane of answer.aggregation) console.log(lineOf(lane, locale));
  return answer.aggregation.every(({ quarantine, fault }) => quarantine === null && fault === null);
}

/** Releases a hub from quarantine; whether it was in it. */
export async function approve(hub: ReachedHub, region: string): Promise<boolean> {
  type Released =
    | { readonly __typename: 'Refused'; readonly refusals: readonly { readonly message: string }[] }
    | { readonly __typename: 'Lane'; readonly name: string; readonly state: string };
  const answer = await asked<{ releaseQuarantine: Released }>(hub, { query: APPROVE, variables: { region } });
  if (answer === null) return false;
  const { releaseQuarantine: released } = answer;
  if (released.__typename === 'Lane') console.log(`${region} ${released.name}: ${released.state}`);
  else console.error(released.refusals.map(({ message }) => message).join('\n'));
  return released.__typename === 'Lane';
}

function lineOf(lane: Status, locale: Locale): string {
  const isChinese = locale === 'zh';
  const lag = isChinese
    ? `落后 ${shown(lane.lagEntries)} 条、${shown(lane.lagSeconds)} 秒，已接收 ${String(lane.taken)} 条`
    : `${shown(lane.lagEntries)} entries and ${shown(lane.lagSeconds)} s behind, ${String(lane.taken)} taken`;
  const told = [
    `${lane.region.code} ${lane.name}: ${lane.state}, ${lag}, ${proofOf(lane, locale)}`,
    ...(lane.quarantine === null ? [] : [`  ${lane.quarantine.message} (${lane.quarantine.since})`]),
    ...(lane.fault === null
      ? []
      : [`  ${lane.fault.message} ${lane.fault.entry ?? ''} (×${String(lane.fault.times)}, → ${lane.fault.retryAt})`]),
  ];
  return told.join('\n');
}

function proofOf({ proof }: Status, locale: Locale): string {
  if (proof === null) return locale === 'zh' ? '尚未比对' : 'not proven yet';
  const words = proof.isComplete ? { zh: '比对一致', en: 'proven equal' } : { zh: '比对不一致', en: 'not equal' };
  return `${words[locale]} ${proof.at}`;
}

function shown(value: number | null): string {
  return value === null ? '—' : String(value);
}

async function asked<Data>(hub: ReachedHub, request: object): Promise<Data | null> {
  const response = await hub.ask('/graphql', {
    method: 'POST',
    body: new Blob([JSON.stringify(request)]).stream(),
    type: 'application/json',
    accept: 'application/graphql-response+json',
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { readonly data?: Data | null; readonly errors?: readonly unknown[] };
  if (data != null && errors === undefined) return data;
  console.error(wordsOf(text));
  return null;
}
