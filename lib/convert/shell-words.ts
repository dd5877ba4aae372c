/*
 * Commands of a shell to their words, as far as pasted commands need it: quotes of POSIX shells, here
 * documents, `$(cat <<EOF …)`, and PowerShell's here-strings. What the shell would put in is unknown.
 */
import { type Text, type TextPart, textOf, unknown } from './value.ts';

export interface Word {
  readonly text: Text;
  readonly at: number;
}

export interface Command {
  readonly words: readonly Word[];
  /** Texts that the command reads from here documents. */
  readonly documents: readonly Word[];
}

/** Deeper than anybody nests `$(…)`. */
const deepest = 20;

/** Reads a text as commands. Never throws; a quote that is not closed ends with the text. */
export function shellCommands(text: string): readonly Command[] {
  return new ShellReader(text).readCommands(null, 0);
}

interface OpenDocument {
  readonly delimiter: string;
  readonly isIndented: boolean;
  readonly isQuoted: boolean;
}

class ShellReader {
  private at = 0;
  private open: OpenDocument[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Commands up to the end of the text or the character that closes them. */
  readCommands(close: ')' | null, depth: number): readonly Command[] {
    const commands: Command[] = [];
    let words: Word[] = [];
    let documents: Word[] = [];
    const end = () => {
      if (words.length + documents.length > 0) commands.push({ words, documents });
      words = [];
      documents = [];
    };
    while (this.at < this.text.length) {
      const c = this.text[this.at] ?? '';
      if (c === close) break;
      if (c === '\n') {
        this.at++;
        documents.push(...this.readDocuments());
        end();
      } else if (/[\s]/.test(c) || this.isContinuation()) this.at += this.isContinuation() ? 2 : 1;
      else if (c === '#') this.skipTo('\n');
      else if (';|&'.includes(c)) {
        this.at++;
        end();
      } else if (this.text.startsWith('<<', this.at) && this.text[this.at + 2] !== '<') this.openDocument();
      else words.push(this.readWord(close, depth));
    }
    end();
    return commands;
  }

  /** A backslash, or PowerShell's backtick, at the end of a line. */
  private isContinuation(): boolean {
    return /^[\\`]\n/.test(this.text.slice(this.at, this.at + 2));
  }

  private skipTo(mark: string): void {
    const found = this.text.indexOf(mark, this.at);
    this.at = found < 0 ? this.text.length : found;
  }

  private openDocument(): void {
    this.at += 2;
    const isIndented = this.text[this.at] === '-';
    if (isIndented) this.at++;
    const [whole = '', quote = '', delimiter = ''] =
      /^[ \t]*(['"\\]?)([\w.-]+)['"]?/.exec(this.text.slice(this.at, this.at + 200)) ?? [];
    this.at += whole.length;
    if (delimiter !== '') this.open.push({ delimiter, isIndented, isQuoted: quote !== '' });
  }

  private readDocuments(): readonly Word[] {
    const found = this.open.map((document): Word => {
      const start = this.at;
      const lines: string[] = [];
      while (this.at < this.text.length) {
        const from = this.at;
        this.skipTo('\n');
        const line = this.text.slice(from, this.at);
        this.at = Math.min(this.at + 1, this.text.length);
        const bare = document.isIndented ? line.replace(/^\t+/, '') : line;
        if (bare.trimEnd() === document.delimiter) break;
        lines.push(bare);
      }
      const body = `${lines.join('\n')}\n`;
      return { text: document.isQuoted ? textOf(body) : expanded(body, start), at: start };
    });
    this.open = [];
    return found;
  }

  private readWord(close: string | null, depth: number): Word {
    const start = this.at;
    const parts: TextPart[] = [];
    while (this.at < this.text.length) {
      const c = this.text[this.at] ?? '';
      if (/[\s;|&]/.test(c) || c === close || this.isContinuation()) break;
      parts.push(...this.readPiece(c, depth));
    }
    return { text: textOf(...parts), at: start };
  }

  private readPiece(c: string, depth: number): readonly TextPart[] {
    const here = /^@(['"])\n/.exec(this.text.slice(this.at, this.at + 3));
    if (here) return this.readHereString(here[1] ?? "'");
    if (c === "'") return [this.readUntilQuote(1)];
    if (this.text.startsWith("$'", this.at)) return [this.readUntilQuote(2)];
    if (c === '"') return this.readDoubleQuoted(depth);
    if (c === '\\') {
      this.at += 2;
      return [this.text[this.at - 1] ?? ''];
    }
    if (c === '$') return this.readDollar(depth);
    this.at++;
    return [c];
  }

  private readUntilQuote(skip: number): string {
    const start = this.at + skip;
    this.at = start;
    this.skipTo("'");
    const inside = this.text.slice(start, this.at);
    this.at = Math.min(this.at + 1, this.text.length);
    return inside;
  }

  private readHereString(quote: string): readonly TextPart[] {
    const start = this.at + 3;
    const end = this.text.indexOf(`\n${quote}@`, start - 1);
    this.at = end < 0 ? this.text.length : end + 3;
    const inside = this.text.slice(start, end < 0 ? undefined : end);
    return quote === "'" ? [inside] : expanded(inside, start).parts;
  }

  private readDoubleQuoted(depth: number): readonly TextPart[] {
    const parts: TextPart[] = [];
    this.at++;
    while (this.at < this.text.length) {
      const c = this.text[this.at] ?? '';
      if (c === '"') {
        this.at++;
        break;
      }
      if (c === '\\' && /["\\$`\n]/.test(this.text[this.at + 1] ?? '')) {
        const next = this.text[this.at + 1] ?? '';
        parts.push(next === '\n' ? '' : next);
        this.at += 2;
      } else if (c === '$') parts.push(...this.readDollar(depth));
      else {
        parts.push(c);
        this.at++;
      }
    }
    return parts;
  }

  /** `$NAME`, `${NAME}` and `$(…)`, which is the here document in it when there is one. */
  private readDollar(depth: number): readonly TextPart[] {
    const start = this.at;
    if (this.text[start + 1] === '(' && depth < deepest) {
      this.at += 2;
      const outer = this.open;
      this.open = [];
      const inside = this.readCommands(')', depth + 1);
      this.open = outer;
      this.at = Math.min(this.at + 1, this.text.length);
      const [document] = inside.flatMap(({ documents }) => documents);
      return document ? document.text.parts : [unknown(this.text.slice(start, this.at), start)];
    }
    const [name = '$'] = /^\$(?:\w+|\{[^}\n]*\})/.exec(this.text.slice(start, start + 200)) ?? [];
    this.at += name.length;
    return name === '$' ? ['$'] : [unknown(name, start)];
  }
}

/** The text of an unquoted here document, in which the shell puts in variables and takes out backslashes. */
function expanded(text: string, start: number): Text {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(/\\([\\$`])|\$(?:[A-Za-z_]\w*|\{[^}\n]*\}|\([^)\n]*\))/g)) {
    const [whole, escaped] = match;
    parts.push(text.slice(from, match.index), escaped ?? unknown(whole, start + match.index));
    from = match.index + whole.length;
  }
  return textOf(...parts, text.slice(from));
}
