import { civilDateOf, yearOf } from '../../../core/civil-date.ts';
import { connectionOf, pageArgs } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { disclosureContactsOf } from '../store/disclosure-contacts.ts';
import { publisherOf } from '../store/institutions.ts';
import type { DisclosureContact } from '../store/supervised.ts';
import { contactDueOn } from '../rules/disclosure-contact.ts';
import { Institution } from './institution.ts';

export const DisclosureContactType = builder.objectRef<DisclosureContact>('DisclosureContact').implement({
  description:
    'Whom to ask in an institution about openness, on the list of a year (政务公开工作联系信息表, rule C15). Personal: for staff only, and never in the change log.',
  fields: (t) => ({
    institution: t.field({
      type: Institution,
      nullable: true,
      description: 'The institution.',
      resolve: ({ institutionId }, _args, context) => publisherOf(context).load(institutionId),
    }),
    year: t.exposeInt('year', { description: 'The year of the list.' }),
    name: t.exposeString('name', { description: 'The name.' }),
    post: t.exposeString('post', { description: 'The post (职务).' }),
    phone: t.exposeString('phone', { description: 'The telephone number.' }),
    email: t.exposeString('email', { nullable: true, description: 'The address of mail; null when none was given.' }),
    registeredAt: t.field({
      type: 'DateTime',
      description: 'When the contact was registered as it is now.',
      resolve: ({ registeredAt }) => registeredAt,
    }),
    dueOn: t.field({
      type: 'Date',
      description: 'The last day on which a contact for that year is in time: 31 July.',
      resolve: ({ year }) => contactDueOn(year),
    }),
    isLate: t.boolean({
      description: 'Whether the first contact for that year was registered after that day.',
      resolve: ({ year, firstRegisteredAt }) => civilDateOf(firstRegisteredAt) > contactDueOn(year),
    }),
  }),
});

const DisclosureContactConnection = connectionOf(builder, 'DisclosureContact', DisclosureContactType);

builder.queryField('disclosureContacts', (t) =>
  t.field({
    type: DisclosureContactConnection,
    args: {
      region: t.arg.id({ required: true, description: 'A GB/T 2260 code; includes the regions below it.' }),
      year: t.arg.int({ description: 'The year of the list; the present one when left out.' }),
      first: t.arg.int(pageArgs.first),
      after: t.arg.string(pageArgs.after),
    },
    description:
      'The contacts of a year, by region and institution. Only for EDITOR, REVIEWER, PUBLISHER and OPERATOR of the region or of one above it: others get the fault UNAUTHENTICATED or FORBIDDEN.',
    resolve: (_root, { region, year, ...page }, context) =>
      disclosureContactsOf(
        context,
        { regionCode: region, year: year ?? yearOf(civilDateOf(context.clock.now())) },
        page,
      ),
  }),
);
