import type { ExecutionResult, GraphQLError } from 'graphql';
import { Fault } from '../../core/fault.ts';
import type { Sized } from './bounded-queue.ts';
import { resultText, type Delivery } from './delivery.ts';
import { Member, type Membership } from './member.ts';
import type { Bounds } from './options.ts';
import { Recent } from './recent.ts';
import { openSteadyStream, resumeSteadyStream, type SteadySource, type SteadyStream } from './steady-stream.ts';

/** What a group is made of. */
export interface GroupOptions {
  readonly source: SteadySource;
  readonly bounds: Bounds;
  readonly compareCursors: (first: string, second: string) => number;
  /** Called once, when nobody is left or the stream is over; nobody joins afterwards. */
  readonly onClosed: () => void;
}

/** Subscribers of one operation with equal rights: one upstream subscription and one execution for each event. */
export class Group {
  readonly #options: GroupOptions;
  readonly #recent: Recent;
  readonly #members = new Set<Member>();
  #stream: SteadyStream | null = null;
  #closed = false;
  /** Null once the upstream is open; otherwise why it is not. */
  readonly opened: Promise<ExecutionResult | null>;

  constructor(options: GroupOptions) {
    const { source, bounds, compareCursors } = options;
    this.#options = options;
    this.#recent = new Recent(bounds.recentEvents, bounds.queuedCharacters, compareCursors);
    this.opened = openSteadyStream(source, null).then((opened) => this.#begin(opened));
  }

  /** How many share it. */
  get size(): number {
    return this.#members.size;
  }

  /** A member from now on. It takes nothing in before it is read, beyond its bounds. @param after - see {@link Member} */
  join(after: string | null): Member {
    const member = new Member(this.#membership(), this.#options.source.resumable ? after : null);
    this.#members.add(member);
    return member;
  }

  /** Reads on where the gateway is another now. */
  reopen(): void {
    this.#stream?.reopen();
    for (const member of this.#members) member.reopen();
  }

  /** Ends every member after what it has queued. */
  end(errors: readonly GraphQLError[] | 'complete'): void {
    const members = [...this.#members];
    this.#close();
    for (const member of members) member.end(errors);
  }

  #membership(): Membership {
    const { source, bounds, compareCursors } = this.#options;
    return {
      resumable: source.resumable,
      bounds,
      compareCursors,
      position: () => this.#recent.position,
      recentAfter: (cursor) => this.#recentAfter(cursor),
      readPrivately: (after) => openSteadyStream(source, after),
      resumePrivately: (after) => resumeSteadyStream(source, after),
      leave: (member) => {
        this.#members.delete(member);
        if (this.#members.size === 0) this.#close();
      },
    };
  }

  /** A cursor that does not compare is for the log to judge. */
  #recentAfter(cursor: string): readonly Sized[] | null {
    try {
      return this.#recent.after(cursor);
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  }

  #begin(opened: ExecutionResult | SteadyStream): ExecutionResult | null {
    if (!('next' in opened)) {
      this.#close();
      return opened;
    }
    if (this.#closed) opened.close();
    else {
      this.#stream = opened;
      void this.#run(opened);
    }
    return null;
  }

  async #run(stream: SteadyStream): Promise<void> {
    for (;;) {
      const step = await stream.next();
      if (this.#closed) return;
      if (step.done === true) {
        this.end('complete');
        return;
      }
      if (step.value.kind === 'end') {
        this.end(step.value.errors);
        return;
      }
      this.#tell(step.value);
    }
  }

  #tell(item: Exclude<Delivery, { kind: 'end' }>): void {
    const entry = { item, size: item.kind === 'event' ? resultText(item.result).length : 0 };
    this.#recent.add(entry);
    for (const member of this.#members) member.push(entry);
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stream?.close();
    this.#options.onClosed();
  }
}
