import { describe, expect, it } from 'vitest';
import { normalText } from '../../../../core/normal-form.ts';
import { closeness, comparePlaces } from '../../../../subgraphs/pricing/rules/search/closeness.ts';

const order = (sought: string, names: readonly (readonly [name: string, code: string])[]) =>
  names
    .map(([name, code]) => closeness(sought, { name, code, kind: 'SERVICE' }, normalText))
    .sort(comparePlaces)
    .map(([, , name]) => name);

describe('the order of found items', () => {
  it('has the name itself first, then those that begin so, then shorter before longer', () => {
    const names = ['全身ＣＴ', 'CT增强扫描', 'ct', '胸部及腹部CT', 'CT平扫'].map((name) => [name, ''] as const);
    expect(order('Ct', names)).toEqual(['ct', 'CT平扫', 'CT增强扫描', '全身ＣＴ', '胸部及腹部CT']);
  });

  it('has the code itself first, then those that begin so', () => {
    const items = [
      ['甲', '110700001-1'],
      ['乙乙', '110700001'],
      ['1107', ''],
    ] as const;
    expect(order('110700001', items)).toEqual(['乙乙', '甲', '1107']);
  });

  it('compares places as texts, part by part', () => {
    expect([comparePlaces(['1', 'a'], ['1', 'b']), comparePlaces(['2'], ['1']), comparePlaces(['1'], ['1'])]).toEqual([
      -1, 1, 0,
    ]);
    expect([comparePlaces(['1', 'a'], ['1']), comparePlaces([], ['1'])]).toEqual([1, 0]);
  });
});
