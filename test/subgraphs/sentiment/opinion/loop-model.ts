/** What staff may do to an event in the model; each happens at an instant, in milliseconds from the detection. */
export type Act =
  | { readonly do: 'judge'; readonly severity: 'EMERGENCY' | 'MAJOR' | 'ORDINARY'; readonly asked: boolean }
  | { readonly do: 'assign'; readonly office: number }
  | { readonly do: 'respond'; readonly kind: 'FIRST_WORD' | 'RESPONSE' | 'FINDINGS'; readonly isBriefing: boolean }
  | { readonly do: 'report' }
  | { readonly do: 'verify'; readonly isSatisfactory: boolean }
  | { readonly do: 'close' };
export type Taken = Act & { readonly at: number };

/** A clock as the model sees it. */
export interface ModelClock {
  readonly kind: string;
  readonly round: number;
  readonly due: number;
  readonly state: 'RUNNING' | 'MET' | 'MET_LATE' | 'BREACHED';
}

const HOUR = 3_600_000;
const ANSWER_HOURS = { EMERGENCY: 24, MAJOR: 24, ORDINARY: 48 };

/**
 * The loop told backwards: nothing is kept but which acts were taken, and everything is read off them anew each time, with
 * none of the hub's code.
 */
export class LoopModel {
  readonly #taken: Taken[] = [];
  readonly #mostForwardings: number;

  constructor(mostForwardings: number) {
    this.#mostForwardings = mostForwardings;
  }

  take(act: Taken): void {
    this.#taken.push(act);
  }

  #of<Do extends Act['do']>(name: Do): (Taken & { do: Do })[] {
    return this.#taken.filter((act): act is Taken & { do: Do } => act.do === name);
  }

  get #reworks(): readonly number[] {
    return this.#of('verify').flatMap(({ isSatisfactory, at }) => (isSatisfactory ? [] : [at]));
  }

  /** Where it stands: by the last act that says so. */
  get status(): 'OPEN' | 'RESPONDED' | 'CLOSED' {
    for (const act of [...this.#taken].reverse()) {
      if (act.do === 'close') return 'CLOSED';
      if (act.do === 'verify') return act.isSatisfactory ? 'RESPONDED' : 'OPEN';
      if (act.do === 'respond' && act.kind !== 'FIRST_WORD') return 'RESPONDED';
    }
    return 'OPEN';
  }

  clocks(now: number): readonly ModelClock[] {
    const clock = (kind: string, due: number, metAt: number | undefined, round = 1): ModelClock => {
      const isOver = (metAt ?? now) > due;
      return {
        kind,
        round,
        due,
        state: metAt === undefined ? (isOver ? 'BREACHED' : 'RUNNING') : isOver ? 'MET_LATE' : 'MET',
      };
    };
    const clocks: ModelClock[] = [];
    const judgements = this.#of('judge');
    // Both bind an emergency alone, and are done by the first statement of their sort.
    for (const [kind, hours, does] of [
      ['FIRST_WORD', 5, () => true],
      ['BRIEFING', 24, ({ isBriefing }: { isBriefing: boolean }) => isBriefing],
    ] as const) {
      const metAt = this.#of('respond').find(does)?.at;
      const then = judgements.filter(({ at }) => metAt === undefined || at <= metAt).at(-1);
      if (then?.severity === 'EMERGENCY') clocks.push(clock(kind, hours * HOUR, metAt));
    }
    const starts = [0, ...this.#reworks];
    starts.forEach((start, index) => {
      const metAt = this.#of('respond').find(
        ({ kind, at }) => kind !== 'FIRST_WORD' && at >= start && at < (starts[index + 1] ?? Infinity),
      )?.at;
      const then = judgements.filter(({ at }) => metAt === undefined || at <= metAt).at(-1);
      if (then) clocks.push(clock('RESPONSE', start + ANSWER_HOURS[then.severity] * HOUR, metAt, index + 1));
    });
    const verification = this.#verification();
    if (verification) clocks.push(clock('VERIFICATION', verification.from + 24 * HOUR, verification.metAt));
    return clocks;
  }

  /** The first report ends it for good; before that it runs as long as it is asked for, each time from then on. */
  #verification(): { from: number; metAt: number | undefined } | null {
    const metAt = this.#of('report')[0]?.at;
    const asked = this.#of('judge').filter(({ at }) => metAt === undefined || at <= metAt);
    if (asked.at(-1)?.asked !== true) return null;
    // Where the present stretch of judgements that ask for it begins.
    const first = asked.findLastIndex((judgement) => !judgement.asked) + 1;
    return { from: first === 0 ? 0 : (asked[first]?.at ?? 0), metAt };
  }

  /** Whether an act is open now. */
  allows(act: Act, now: number): boolean {
    const judgement = this.#of('judge').at(-1);
    const { status } = this;
    if (act.do === 'judge') {
      const isNew = judgement?.severity !== act.severity || judgement.asked !== act.asked;
      return status !== 'CLOSED' && isNew;
    }
    if (judgement === undefined) return false;
    switch (act.do) {
      case 'assign': {
        const given = this.#of('assign');
        return status !== 'CLOSED' && given.at(-1)?.office !== act.office && given.length <= this.#mostForwardings;
      }
      case 'respond':
        return act.kind === 'FIRST_WORD' ? status === 'OPEN' : status !== 'CLOSED';
      case 'report':
        return status !== 'CLOSED' && judgement.asked;
      case 'verify':
        return act.isSatisfactory ? status === 'RESPONDED' : status !== 'OPEN';
      case 'close': {
        const last = this.#taken.findLast(
          (one) => one.do === 'verify' || (one.do === 'respond' && one.kind !== 'FIRST_WORD'),
        );
        const isChecked = last?.do === 'verify' && last.isSatisfactory;
        return status === 'RESPONDED' && isChecked && this.clocks(now).every(({ state }) => state.startsWith('MET'));
      }
    }
  }
}
