import type { Json } from '../../core/change.ts';
import { civilDate, type CivilDate } from '../../core/civil-date.ts';
import { parseYuan, tenThousandths, type Yuan } from '../../core/yuan.ts';
import type { LogEntry } from '../../feed/entry.ts';

/** A PRICE entry, read. */
export interface PriceChange {
  readonly cursor: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly amountBefore: Yuan | null;
  readonly amountAfter: Yuan | null;
  readonly changePercent: number | null;
  readonly effectiveOn: CivilDate;
  readonly institutionId: string | null;
}

/** A DEADLINE_ALARM entry, read. */
export interface DeadlineAlarm {
  readonly cursor: string;
  readonly id: string;
  readonly stage: string;
  readonly clock: string;
  readonly rules: readonly string[];
  readonly dueAt: Date;
  readonly reachedAt: Date;
  readonly remainingSeconds: number;
  readonly regionCode: string | null;
  readonly responsibleId: string | null;
  readonly opinionEventId: string | null;
  readonly inquiryId: string | null;
}

/** Reads the payload of a PRICE entry; see `schema/FEED.md` §9. */
export function priceChange({ cursor, payload }: LogEntry): PriceChange {
  const amountBefore = amountOf(payload['amountBefore']);
  const amountAfter = amountOf(payload['amountAfter']);
  return {
    cursor,
    code: textOf(payload['code']) ?? '',
    name: textOf(payload['name']) ?? '',
    unit: textOf(payload['unit']) ?? '',
    amountBefore,
    amountAfter,
    changePercent: changePercent(amountBefore, amountAfter),
    effectiveOn: civilDate(textOf(payload['effectiveOn']) ?? ''),
    institutionId: textOf(payload['institutionId']),
  };
}

/** Reads the payload of a DEADLINE_ALARM entry; see `schema/FEED.md` §9. */
export function deadlineAlarm({ cursor, subjectId, occurredAt, regionCode, payload }: LogEntry): DeadlineAlarm {
  const dueAt = new Date(textOf(payload['dueAt']) ?? NaN);
  const { rules } = payload;
  return {
    cursor,
    id: subjectId,
    stage: textOf(payload['stage']) ?? '',
    clock: textOf(payload['clock']) ?? '',
    rules: Array.isArray(rules) ? rules.filter((rule) => typeof rule === 'string') : [],
    reachedAt: new Date(textOf(payload['reachedAt']) ?? occurredAt),
    regionCode,
    dueAt,
    remainingSeconds: Math.round((dueAt.getTime() - occurredAt.getTime()) / 1000),
    responsibleId: textOf(payload['responsibleId']),
    opinionEventId: textOf(payload['opinionEventId']),
    inquiryId: textOf(payload['inquiryId']),
  };
}

/** The change in per cent of the amount before, to two places; counted in ten-thousandths of a yuan, so exact until the last rounding. */
function changePercent(before: Yuan | null, after: Yuan | null): number | null {
  if (before === null || after === null) return null;
  const [from, to] = [tenThousandths(before), tenThousandths(after)];
  if (from === 0n) return null;
  const hundredths = ((to - from) * 100_000n) / from;
  return Math.round(Number(hundredths) / 10) / 100;
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function amountOf(value: Json | undefined): Yuan | null {
  return typeof value === 'string' ? parseYuan(value) : null;
}
