import { Fault } from '../../../../core/fault.ts';
import { refuseIfAny, Refused } from '../../../../core/refusal.ts';
import type { Role } from '../../../../core/viewer.ts';
import { permissionRefusals } from '../../../kit/permission.ts';
import { isStaffOf } from '../../../kit/staff.ts';
import { transact, type Record } from '../../../kit/transact.ts';
import type { OpinionEvent, SentimentContext, Transaction } from '../../store/database.ts';
import { lockEvent } from '../../store/opinion/locked-event.ts';
import { MatterClocks } from '../alarms/matter-clocks.ts';

/** Which event someone wants to act on. */
interface Asked {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Where the id stands in the input; `id` when left out. */
  readonly path?: readonly string[];
}

/** An event in hand: locked until the transaction ends, by someone who is permitted. */
export interface HandledEvent {
  readonly tx: Transaction;
  readonly record: Record;
  readonly event: OpinionEvent;
  /** Read behind the lock, so that steps taken one after the other stand so by the clock too. */
  readonly now: Date;
  /** The account. */
  readonly by: string;
  /** Where the id stands in the input. */
  readonly path: readonly string[];
}

/**
 * Acts on an event in one transaction. Whoever is not permitted learns nothing of its state, and of one that is not judged
 * not even that it is there.
 *
 * @throws Refused when not permitted, when there is no such event, and for what `act` refuses
 * @throws Fault FORBIDDEN for an event that is held from another hub
 */
export function handleEvent(
  context: SentimentContext,
  { id, roles, path = ['id'] }: Asked,
  act: (handled: HandledEvent) => Promise<OpinionEvent>,
): Promise<OpinionEvent> {
  const { viewer } = context.scope;
  // What an earlier mutation of the same request has loaded is out of date.
  context.loaders.clear();
  return transact<Transaction, OpinionEvent>(context, async (tx, record) => {
    refuseIfAny(permissionRefusals(viewer, roles, null));
    const event = await lockEvent(tx, id);
    if (event === null || (event.severity === null && !isStaffOf(viewer, event.regionCode))) {
      throw new Refused([{ code: 'NOT_FOUND', path, expected: 'OpinionEvent', got: id.slice(0, 100) }]);
    }
    refuseIfAny(permissionRefusals(viewer, roles, event.regionCode));
    // Some of what is done to an event is not public and comes to no entry, so the log alone would not refuse it.
    if (event.heldFrom !== null) throw heldElsewhere(event.heldFrom);
    return act({ tx, record, event, now: context.clock.now(), by: viewer?.subject ?? '', path });
  });
}

function heldElsewhere(heldFrom: string): Fault {
  return new Fault(
    'FORBIDDEN',
    `The opinion event is held from the hub of region ${heldFrom}: expected it to be handled there; got a step taken here.`,
    { heldFrom },
  );
}

/** The clocks of an event in hand, once every alarm that is due by now was told. */
export function clocksOf(handled: HandledEvent, { handling }: SentimentContext): Promise<MatterClocks> {
  const { tx, record, now, event } = handled;
  return MatterClocks.of({ eventId: event.id }, { tx, record, now, alarmDistances: handling.alarmDistances });
}
