import { Visitor } from 'oxc-parser'
import { sourcesUnder } from '../import-law/find-breaches.ts'
import { lineOf, readSource, type SourceFile } from '../import-law/source-file.ts'
import { root } from '../run.ts'

type Span = { readonly start: number; readonly end: number }

/** Named functions of a file, with the statement around each, so that a comment above `export` or `const` counts. */
function namedFunctions({ parsed }: SourceFile): Span[] {
  const spans: Span[] = []
  const keep = ({ start, end }: Span) => {
    spans.push({ start, end })
  }
  new Visitor({
    FunctionDeclaration: keep,
    ExportNamedDeclaration(node) {
      if (node.declaration?.type === 'FunctionDeclaration' || node.declaration?.type === 'VariableDeclaration') keep(node)
    },
    VariableDeclaration(node) {
      if (node.declarations.some(({ init }) => init?.type === 'ArrowFunctionExpression')) keep(node)
    },
  }).visit(parsed.program)
  return spans
}

function hasCommentAbove({ text, parsed }: SourceFile, start: number): boolean {
  return parsed.comments.some(({ end }) => end <= start && /^\s*(export\s*)?$/.test(text.slice(end, start)))
}

function castsIn({ parsed }: SourceFile): Span[] {
  const casts: Span[] = []
  new Visitor({
    TSAsExpression(node) {
      const isConst =
        node.typeAnnotation.type === 'TSTypeReference' &&
        node.typeAnnotation.typeName.type === 'Identifier' &&
        node.typeAnnotation.typeName.name === 'const'
      if (!isConst) casts.push(node)
    },
  }).visit(parsed.program)
  return casts
}

/** Casts in a file that no comment above their function vouches for. */
export function unguarded(file: SourceFile): string[] {
  const functions = namedFunctions(file)
  return castsIn(file)
    .filter((cast) => !functions.some(({ start, end }) => start <= cast.start && cast.end <= end && hasCommentAbove(file, start)))
    .map(({ start }) => `${file.path}:${lineOf(file.text, start)} a cast needs a named function with a comment that states its guarantee`)
}

export async function findUnguardedCasts(): Promise<string[]> {
  return sourcesUnder(root)
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => unguarded(readSource(root, path)))
}
