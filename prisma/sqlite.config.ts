import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'sqlite',
  // Only the client is generated with this; where the database is, the server is told when it starts.
  datasource: { url: '' },
});
