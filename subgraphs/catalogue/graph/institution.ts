import { connectionOf } from '../../kit/connection.ts';
import { builder } from '../builder.ts';
import { institutionById } from '../store/institutions.ts';

export const InstitutionKind = builder.enumType('InstitutionKind', {
  description: 'What kind of body an institution is.',
  values: {
    HEALTH_AUTHORITY: { description: 'A health commission or bureau (卫生健康行政部门).' },
    HOSPITAL: { description: 'A hospital (医院).' },
    TOWNSHIP_HEALTH_CENTRE: { description: 'A township health centre (乡镇卫生院).' },
    COMMUNITY_HEALTH_CENTRE: { description: 'A community health centre (社区卫生服务中心).' },
    DISEASE_CONTROL_CENTRE: { description: 'A centre for disease control (疾病预防控制中心).' },
    HEALTH_SUPERVISION: { description: 'A health supervision body (卫生监督机构).' },
    OTHER: { description: 'Another body that must disclose.' },
  },
});

export const Institution = builder.prismaObject('Institution', {
  description: 'A body that must disclose: a health authority, a hospital or another health institution.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id.' }),
    name: t.exposeString('name', { description: 'The official name in Chinese.' }),
    kind: t.expose('kind', { type: InstitutionKind, description: 'What kind of body it is.' }),
    hospitalGrade: t.exposeString('hospitalGrade', {
      nullable: true,
      description: 'The grade of a hospital (医院等级), such as 三级甲等; null for others and for ungraded ones.',
    }),
    region: t.relation('region', { description: 'The region it belongs to.' }),
    isSample: t.exposeBoolean('isSample', { description: 'True for a record made up as a sample.' }),
  }),
});

builder.asEntity(Institution, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => institutionById(id, context, info),
});

export const InstitutionConnection = connectionOf(builder, 'Institution', Institution);

builder.queryField('institution', (t) =>
  t.field({
    type: Institution,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id of an institution.' }) },
    description: 'One institution; null when there is none of that id.',
    resolve: (_root, { id }, context, info) => institutionById(id, context, info),
  }),
);
