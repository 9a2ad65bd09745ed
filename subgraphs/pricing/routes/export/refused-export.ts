import { refusalMessage, type Refusal } from '../../../../core/refusal.ts';
import { jsonAnswer, type RouteAnswer, type RouteRequest } from '../../../kit/route.ts';

/** The answer to who asks for an export that there is not. */
export function refusedExport({ scope }: Pick<RouteRequest, 'scope'>, refusal: Refusal): RouteAnswer {
  const message = refusalMessage(refusal, scope.locale);
  const status = refusal.code === 'NOT_FOUND' ? 404 : 409;
  const answer = jsonAnswer(status, { outcome: 'refused', refusals: [{ ...refusal, message }] });
  return { ...answer, headers: { ...answer.headers, 'content-language': scope.locale } };
}
