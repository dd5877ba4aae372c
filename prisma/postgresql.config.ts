import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'postgresql',
  // Only the client is generated with this; where the database is, the server is told when it starts.
  datasource: { url: '' },
});
