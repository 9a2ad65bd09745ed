import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMigratedMemory } from '../../../support/databases.ts';
import { acted, AUTHORITY, codesOf, recorded, responded, shown } from '../events.ts';
import { serveSentiment, staff, type ServedSentiment } from '../serve-sentiment.ts';

/** A mobile number that nobody has. */
const PHONE = '13800138000';

describe('what is public of an opinion event', () => {
  let served: ServedSentiment;
  beforeAll(async () => {
    served = await serveSentiment(await openMigratedMemory());
    await served.tell(AUTHORITY);
  });
  afterAll(() => served.close());

  it('has personal data masked in its title, topic, rumours and answers, also in the log', async () => {
    const { id } = await recorded(served, { title: `来电${PHONE}反映排队`, topic: `排队 ${PHONE}` });
    await acted(served, 'recordRumour', { event: id, claim: `请加${PHONE}` });
    const read = (fields: string) => shown(served, id, fields, staff('REVIEWER'));
    const { rumours } = (await read('rumours { id }')) as { rumours: { id: string }[] };
    await responded(served, id, { body: `已联系${PHONE}。`, refutes: [rumours[0]?.id] });
    const masked = 'responses { body masked { kind at length } }';
    expect(await read(`title topic rumours { claim } ${masked}`)).toEqual({
      ...{ title: '来电[电话]反映排队', topic: '排队 [电话]', rumours: [{ claim: '请加[电话]' }] },
      responses: [{ body: '已联系[电话]。', masked: [{ kind: 'PHONE', at: 3, length: PHONE.length }] }],
    });
    expect(JSON.stringify(await served.entries())).not.toContain(PHONE);
    expect(await shown(served, id, masked)).toEqual({ responses: [{ body: '已联系[电话]。', masked: null }] });
  });

  it('keeps a passage in an answer that is said to be public', async () => {
    const { id } = await recorded(served);
    await responded(served, id, { body: `请拨打${PHONE}。`, keep: [PHONE] });
    expect(await shown(served, id, 'responses { body masked { kind } }', staff('REVIEWER'))).toEqual({
      responses: [{ body: `请拨打${PHONE}。`, masked: [] }],
    });
    expect(codesOf(await responded(served, id, { keep: [' ', 'x'.repeat(201)] }))).toEqual([
      'VALUE_MISSING',
      'VALUE_TOO_LONG',
    ]);
    expect(codesOf(await responded(served, id, { keep: Array<string>(101).fill('x') }))).toEqual(['TOO_MANY_VALUES']);
  });
});
