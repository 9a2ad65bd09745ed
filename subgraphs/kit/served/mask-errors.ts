import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.ts';
import { maskUnexpected } from '../mask-unexpected.ts';

/** Hands every error of an answer to the kit's own masking, so that both placements answer the same. */
export const maskErrors: ApolloServerPlugin<Context<unknown>> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, errors, contextValue }) => {
        if (errors !== undefined && response.body.kind === 'single') {
          const { singleResult } = response.body;
          singleResult.errors = errors.map((error) => maskUnexpected(error, contextValue.scope).toJSON());
        }
        return Promise.resolve();
      },
    }),
};
