import { builder } from '../builder.ts';

builder.mutationType({ description: 'What signed-in staff may change.' });
