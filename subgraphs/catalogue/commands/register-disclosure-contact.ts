import type { DisclosureContact } from '../store/supervised.ts';
import { civilDateOf, yearOf } from '../../../core/civil-date.ts';
import { refuseIfAny } from '../../../core/refusal.ts';
import { permissionRefusals } from '../../kit/permission.ts';
import { contactRefusals, type ContactInput } from '../rules/disclosure-contact.ts';
import type { CatalogueContext } from '../store/database.ts';
import { putContact } from '../store/disclosure-contacts.ts';
import { institutionOf } from '../store/issuers.ts';
import { AUTHORS } from './authors.ts';
import { notFound } from './permitted-task.ts';

/** Whom to ask in an institution. */
export interface RegisterDisclosureContactInput extends Omit<ContactInput, 'year' | 'email'> {
  readonly institution: string;
  /** The present year when left out. */
  readonly year?: number | null | undefined;
  readonly email?: string | null | undefined;
}

/**
 * Registers whom to ask in an institution in a year; again: replaces it. Personal, hence never in the log, nor in any
 * refusal.
 *
 * @throws Refused when not permitted, when there is no such institution, or for input that rules refuse
 * @see rule C15
 */
export async function registerDisclosureContact(
  input: RegisterDisclosureContactInput,
  context: CatalogueContext,
): Promise<DisclosureContact> {
  const { db, scope, clock } = context;
  const { institution: institutionId, name, post, phone, email = null } = input;
  const institution = await institutionOf(context, institutionId);
  const now = clock.now();
  const today = civilDateOf(now);
  const year = input.year ?? yearOf(today);
  refuseIfAny([
    ...permissionRefusals(scope.viewer, AUTHORS, institution?.regionCode ?? null),
    ...contactRefusals({ year, name, post, phone, email }, today),
    ...(institution === null ? [notFound('Institution', ['input', 'institution'], institutionId)] : []),
  ]);
  const contact = { institutionId, year, name: name.trim(), post: post.trim(), phone: phone.trim(), email };
  return putContact(db, { ...contact, registeredAt: now, registeredBy: scope.viewer?.subject ?? '' });
}
