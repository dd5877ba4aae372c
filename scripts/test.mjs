import './setup/node-version.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { generateClients } from './setup/generate.mjs';
import { main, say } from './setup/say.mjs';

await main(async () => {
  await installDependencies();
  await generateClients();
  const { stages } = await import('./test/stages.mjs');
  const { sum } = await import('./test/counts.mjs');
  const results = [];
  for (const { name, run } of stages) {
    say(`── ${name}`);
    results.push({ name, count: await run() });
  }
  process.stdout.write('\n');
  for (const { name, count } of results) {
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    const outcome = count.failed > 0 ? 'FAILED' : 'ok    ';
    process.stdout.write(`${outcome} ${name}: ${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
  const { passed, failed } = sum(results.map(({ count }) => count));
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
});
