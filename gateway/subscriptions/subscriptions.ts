import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import { Fault } from '../../core/fault.ts';
import type { RequestScope } from '../../core/viewer.ts';
import type { Gateway, Prepared, Variables } from '../execution/contract.ts';
import { endOf, errorOf, type Delivery } from './delivery.ts';
import { expired, watchExpiry } from './expiry.ts';
import { Group } from './group.ts';
import type { Member } from './member.ts';
import { DEFAULT_BOUNDS, type SubscriptionOptions } from './options.ts';
import { rightsKey, sharedScope } from './rights.ts';
import type { Opened, SteadySource } from './steady-stream.ts';
import { machineTimer } from './timer.ts';

/** One subscriber's wish. */
export interface SubscriberArgs {
  readonly variables?: Variables | undefined;
  readonly scope: RequestScope;
  /** Ends the subscription when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Overrides the operation's own `after`; passed over when the operation can not be resumed. Null: live only. */
  readonly after?: string | null | undefined;
}

/** What a subscriber reads. Its `return()` ends the subscription at once, even while `next()` is pending; it never rejects. */
export type DeliveryStream = AsyncIterableIterator<Delivery, undefined>;

/** The subscriptions of one gateway process. */
export interface Subscriptions {
  /**
   * Subscribes. Equal subscriptions of equal rights share one upstream and one execution for each event, whether or not
   * they began at the same place. A resumable one gives every event after its cursor once and in order, whatever its
   * reader's speed and however often the subgraph is lost meanwhile.
   *
   * @returns the stream, or the errors for which there is none. Never rejects.
   */
  subscribe(prepared: Prepared, args: SubscriberArgs): Promise<ExecutionResult | DeliveryStream>;
  /** Goes on over another gateway (its schema was loaded anew); every stream keeps its position. */
  replace(gateway: Gateway): void;
  /** Ends every stream with SHUTTING_DOWN and the reason, after what it has queued; nobody can subscribe afterwards. */
  close(reason: string): void;
  /** The upstream subscriptions that are shared now, and their members. */
  count(): { readonly groups: number; readonly members: number };
}

/** Holds the subscriptions of a gateway. */
export function openSubscriptions(gateway: Gateway, options: SubscriptionOptions): Subscriptions {
  return new SharedSubscriptions(gateway, options);
}

class SharedSubscriptions implements Subscriptions {
  #gateway: Gateway;
  #version = 0;
  readonly #options: Required<SubscriptionOptions> & { readonly bounds: typeof DEFAULT_BOUNDS };
  readonly #groups = new Map<string, Group>();
  #closed: Fault | null = null;

  constructor(gateway: Gateway, options: SubscriptionOptions) {
    this.#gateway = gateway;
    this.#options = { timer: machineTimer, ...options, bounds: { ...DEFAULT_BOUNDS, ...options.bounds } };
  }

  async subscribe(prepared: Prepared, args: SubscriberArgs): Promise<ExecutionResult | DeliveryStream> {
    const refusal = this.#refusal(prepared, args);
    if (refusal !== null) return refusal;
    const group = this.#groupOf(prepared, args);
    const member = group.join(args.after === undefined ? prepared.after(args.variables) : args.after);
    this.#watch(member, args);
    const [behind, closed] = await Promise.all([member.catchUp(), group.opened]);
    const refused = closed ?? behind;
    if (refused === null) return member;
    await member.return();
    return refused;
  }

  replace(gateway: Gateway): void {
    this.#gateway = gateway;
    this.#version += 1;
    for (const group of this.#groups.values()) group.reopen();
  }

  close(reason: string): void {
    this.#closed = new Fault('SHUTTING_DOWN', `The hub is stopping (${reason}); connect again in a moment.`);
    for (const group of [...this.#groups.values()]) group.end(endOf(this.#closed).errors);
  }

  count(): { readonly groups: number; readonly members: number } {
    const members = [...this.#groups.values()].reduce((sum, group) => sum + group.size, 0);
    return { groups: this.#groups.size, members };
  }

  #refusal(prepared: Prepared, { variables, scope, signal }: SubscriberArgs): ExecutionResult | null {
    if (this.#closed !== null) return { errors: [errorOf(this.#closed)] };
    if (signal?.aborted === true) return { errors: [errorOf(new Fault('CANCELLED', 'The caller went away.'))] };
    if (scope.viewer !== null && scope.viewer.expiresAt * 1000 <= this.#options.clock.now().getTime()) {
      return { errors: [errorOf(expired(scope.viewer))] };
    }
    const errors = this.#gateway.check(prepared, variables);
    return errors.length === 0 ? null : { errors };
  }

  #groupOf(prepared: Prepared, args: SubscriberArgs): Group {
    const key = `${rightsKey(args.scope)}\n${prepared.shareKey(args.variables)}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const { bounds, compareCursors } = this.#options;
    const group = new Group({
      source: this.#sourceOf(prepared, args),
      bounds,
      compareCursors,
      onClosed: () => {
        if (this.#groups.get(key) === group) this.#groups.delete(key);
      },
    });
    this.#groups.set(key, group);
    return group;
  }

  #sourceOf(prepared: Prepared, { variables, scope }: SubscriberArgs): SteadySource {
    const { bounds, clock, timer } = this.#options;
    const shared = { ...sharedScope(scope), requestId: randomUUID() };
    const open = async (after: string | null): Promise<Opened> => {
      const current = this.#gateway.prepare(prepared.text, prepared.operation.name?.value);
      if ('errors' in current) return { errors: current.errors };
      const resume = current.resumable ? { after } : undefined;
      return this.#gateway.subscribe(current, { variables, scope: shared, resume });
    };
    return { open, version: () => this.#version, resumable: prepared.resumable, bounds, clock, timer };
  }

  /** Ends a member with its token or its caller. */
  #watch(member: Member, { scope: { viewer }, signal }: SubscriberArgs): void {
    const { clock, timer } = this.#options;
    const leave = (): void => void member.return();
    signal?.addEventListener('abort', leave, { once: true });
    const unwatch =
      viewer === null
        ? (): void => undefined
        : watchExpiry(viewer, clock, timer, () => {
            member.cutOff(endOf(expired(viewer)).errors);
          });
    member.onLeft(() => {
      unwatch();
      signal?.removeEventListener('abort', leave);
    });
  }
}
