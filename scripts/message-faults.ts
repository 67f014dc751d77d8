import ts from 'typescript';

/** The messages of one file, and the source files that may say them: text by name. */
export interface Catalogue {
  areas: ReadonlyMap<string, readonly Readonly<Record<'zh-CN' | 'en', Readonly<Record<string, string>>>>[]>;
  sources: ReadonlyMap<string, string>;
}

/**
 * What is wrong between a catalogue and the code: keys that are declared twice, or in one language; keys that nothing says;
 * and translations of a key that is put together (`stage.${stage}`) and can't come out as any that there is.
 */
export function messageFaults({ areas, sources }: Catalogue): string[] {
  const faults: string[] = [];
  const declared = new Map<string, string>();
  for (const [file, ofFile] of areas) {
    for (const { 'zh-CN': chinese, en } of ofFile) {
      for (const key of new Set([...Object.keys(chinese), ...Object.keys(en)])) {
        const before = declared.get(key);
        if (before !== undefined)
          faults.push(`${file} declares ${key}, which ${before} does too; take one of them out.`);
        if (!(key in chinese) || !(key in en))
          faults.push(`${file} has ${key} in one language only; add the other's text.`);
        declared.set(key, file);
      }
    }
  }

  const keys = [...declared.keys()];
  const said = new Set<string>();
  const visit = (node: ts.Node, file: string): void => {
    if (ts.isStringLiteralLike(node)) said.add(node.text);
    else if (ts.isTemplateExpression(node)) for (const key of keysOf(node, keys)) said.add(key);
    const translated = translatedTemplate(node);
    if (translated !== null && beginsWithArea(translated) && keysOf(translated, keys).length === 0)
      faults.push(`${file} translates ${partsOf(translated).join('…')}, and no key is of that shape; add it.`);
    ts.forEachChild(node, (child) => visit(child, file));
  };
  for (const [file, text] of sources) visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), file);
  for (const [key, file] of declared)
    if (!said.has(key)) faults.push(`${file} declares ${key}, which nothing says; take it out.`);
  return faults;
}

/** The key that `t(…)` is given, where it has holes. */
function translatedTemplate(node: ts.Node): ts.TemplateExpression | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
  if (!['t', 's'].includes(node.expression.text)) return null;
  let [key] = node.arguments;
  while (key !== undefined && ts.isAsExpression(key)) key = key.expression;
  return key !== undefined && ts.isTemplateExpression(key) ? key : null;
}

function partsOf({ head, templateSpans }: ts.TemplateExpression): string[] {
  return [head, ...templateSpans.map(({ literal }) => literal)].map(({ text }) => text);
}

/** One that does not could be any key, and counts as none. */
function beginsWithArea({ head }: ts.TemplateExpression): boolean {
  return /^\w+\./.test(head.text);
}

/** Every key that a template may come out as. */
function keysOf(template: ts.TemplateExpression, keys: readonly string[]): string[] {
  const parts = partsOf(template);
  if (!beginsWithArea(template)) return [];
  const shape = new RegExp(`^${parts.map((part) => part.replaceAll(/\W/g, '\\$&')).join('[\\w.-]+')}$`);
  return keys.filter((key) => shape.test(key));
}
