import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vitest/node';
import { inProject } from '../setup/paths.mjs';

/** One import of a file, of another file of the project or of a package. */
export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The imported file's path inside the project; undefined for a package. */
  readonly file: string | undefined;
  /** Erased when compiled. */
  readonly isType: boolean;
  /** Loaded when asked for, by `import()`. */
  readonly isDynamic: boolean;
}

/** Every source file of the project by its path, with what it imports. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>;

const notOurs = new Set(['node_modules', 'generated', 'data', 'test-results', 'playwright-report']);

/** Paths of all source files, with forward slashes. */
function sourceFiles(folder = ''): string[] {
  return readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.name.startsWith('.') || notOurs.has(entry.name)) return [];
    if (entry.isDirectory()) return sourceFiles(file);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
  });
}

/** Reads the imports of every source file. */
export function readImportGraph(): ImportGraph {
  return new Map(
    sourceFiles().map((file) => [file, readImports(file, readFileSync(inProject(file), 'utf8'))]),
  );
}

/** Reads the imports of one file. */
export function readImports(file: string, text: string): readonly Import[] {
  const lang = file.endsWith('.tsx') ? 'tsx' : 'ts';
  const found: Import[] = [];
  visit(parseAst(text, { lang }, file), (specifier, isType, isDynamic) => {
    found.push({ specifier, file: resolveInProject(file, specifier), isType, isDynamic });
  });
  return found;
}

type Found = (specifier: string, isType: boolean, isDynamic: boolean) => void;

function visit(node: unknown, found: Found): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && 'source' in node) visitImport(node, found);
  for (const child of Object.values(node)) visit(child, found);
}

/** Import and export declarations, `import()` and `import('…').Type` all name their module in `source`. */
function visitImport(node: { type: unknown; source: unknown }, found: Found): void {
  const { source, type } = node;
  if (typeof source !== 'object' || source === null || !('value' in source)) return;
  if (typeof source.value !== 'string') return;
  const kind = 'importKind' in node ? node.importKind : 'exportKind' in node ? node.exportKind : undefined;
  found(source.value, kind === 'type' || type === 'TSImportType', type === 'ImportExpression');
}

function resolveInProject(from: string, specifier: string): string | undefined {
  const file = specifier.startsWith('@/')
    ? specifier.slice('@/'.length)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier)
      : undefined;
  if (file === undefined || existsSync(inProject(file))) return file;
  return [`${file}.ts`, `${file}.tsx`, `${file}.mjs`].find((name) => existsSync(inProject(name))) ?? file;
}
