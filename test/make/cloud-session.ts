/** Runs `npm run cloud` again and again in one process, a command a line on standard input: loading takes seconds. */
import { createInterface } from 'node:readline';
import { cloud } from '../../config/cloud/main';

interface Asked {
  args: string[];
  variables: Record<string, string>;
}

async function main(): Promise<void> {
  const own = { ...process.env };
  for await (const line of createInterface({ input: process.stdin })) {
    const { args, variables } = JSON.parse(line) as Asked;
    process.env = { ...own, ...variables };
    const told = { stdout: '', stderr: '' };
    console.log = (text: string) => (told.stdout += `${text}\n`);
    console.error = (text: string) => (told.stderr += `${text}\n`);
    const began = Date.now();
    await cloud(args);
    process.stdout.write(
      `${JSON.stringify({ ...told, code: process.exitCode, took: Date.now() - began })}\n`,
    );
  }
  process.exitCode = 0;
}

void main();
