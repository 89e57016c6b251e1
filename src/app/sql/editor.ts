import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type Completion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { keywordCompletionSource, schemaCompletionSource, sql, SQLDialect } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec, StateEffect, StateField, type Extension } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  placeholder,
  type DecorationSet
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { FUNCTIONS } from '../../engine/functions.ts';
import type { TableInfo } from './schema.ts';

/** The SQL editor as its component holds it. */
export interface SqlEditor {
  text(): string;
  setText(text: string): void;
  insert(text: string): void;
  /** Underlines the word at an offset, or nothing. */
  mark(position: number | null): void;
  setSchema(tables: readonly TableInfo[]): void;
  setLabels(labels: EditorLabels): void;
  focus(): void;
  close(): void;
}

export interface EditorLabels {
  readonly name: string;
  readonly placeholder: string;
}

const DUCKDB = SQLDialect.define({
  keywords:
    'all and anti any as asc asof between by case cast cross current desc distinct else end except exclude exists filter first following from full group having if in inner intersect interval is join last lateral left like limit natural not null nulls offset on or order outer over partition pivot positional preceding qualify range recursive replace right rollup row rows sample select semi similar tablesample then ties to unbounded union unnest unpivot using values when where window with within',
  builtin: FUNCTIONS.map(({ name }) => name).join(' '),
  types: 'bigint boolean date decimal double float hugeint integer interval numeric real smallint text time timestamp tinyint varchar',
  operatorChars: '+-*/<>=~!@%^&|:?',
  doubleQuotedStrings: false,
  charSetCasts: false,
  caseInsensitiveIdentifiers: true
});

/** Functions offered beside our own: those an analyst reaches for. */
const USUAL_FUNCTIONS =
  'abs avg ceil coalesce concat count floor greatest least length lower lpad ltrim max median min nullif quantile_cont rank dense_rank row_number ntile lag lead first_value last_value regexp_matches replace round rtrim split_part sqrt stddev string_agg substr sum trim upper date_trunc date_diff extract current_row';

const COMPLETIONS: readonly Completion[] = [
  ...FUNCTIONS.map(({ name, promise }) => ({ label: name, type: 'function', detail: promise, apply: `${name}(`, boost: 1 })),
  ...USUAL_FUNCTIONS.split(' ').map((name) => ({ label: name, type: 'function', apply: `${name}(` }))
];

const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--loss)' }
]);

const LOOK = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', minHeight: '8.5rem', maxHeight: '45vh' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--muted)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent) 6%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 24%, transparent)'
  },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.cm-mistake': {
    textDecoration: 'underline wavy var(--loss) 1.5px',
    textUnderlineOffset: '3px',
    backgroundColor: 'color-mix(in srgb, var(--loss) 14%, transparent)'
  },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: '8px',
    overflow: 'hidden'
  },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'color-mix(in srgb, var(--accent) 18%, transparent)'
  },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal' }
});

/**
 * Typing over a selection, done here: the browser would keep the look of what is replaced in a `style`
 * attribute, which a strict content policy refuses and reports.
 */
const typingOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { main } = view.state.selection;
    if (event.inputType !== 'insertText' || event.data === null || main.empty || view.composing) return false;
    const text = event.data;
    const replace = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    const isTaken = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, main.from, main.to, text, replace));
    if (!isTaken) view.dispatch(replace());
    return true;
  }
});

const setMark = StateEffect.define<number | null>();

/** The underlined mistake; it goes when the text changes. */
const mistake = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, change) => {
    for (const effect of change.effects) {
      if (!effect.is(setMark)) continue;
      if (effect.value === null) return Decoration.none;
      const range = wordAt(change.state.doc.toString(), effect.value);
      return range ? Decoration.set([Decoration.mark({ class: 'cm-mistake' }).range(range.from, range.to)]) : Decoration.none;
    }
    return change.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field)
});

/** The word that starts at or holds `position`; the character there when it is no word; null past an empty text. */
export function wordAt(text: string, position: number): { from: number; to: number } | null {
  if (text.length === 0) return null;
  const place = Math.min(Math.max(0, position), text.length - 1);
  const isWord = (at: number) => /[\p{L}\p{N}_]/u.test(text[at] ?? '');
  if (!isWord(place)) return { from: place, to: place + 1 };
  let from = place;
  let to = place;
  while (from > 0 && isWord(from - 1)) from--;
  while (to < text.length && isWord(to)) to++;
  return { from, to };
}

/**
 * Opens an editor inside a shadow root. There its styles are constructed style sheets, which a strict
 * content policy allows; in the document itself they would be a refused `<style>` element.
 */
export function openEditor(
  root: ShadowRoot,
  text: string,
  labels: EditorLabels,
  on: { run: (text: string) => void; change: (text: string) => void }
): SqlEditor {
  const language = new Compartment();
  const named = new Compartment();
  const parent = root.appendChild(document.createElement('div'));
  const run = (view: EditorView) => {
    on.run(view.state.doc.toString());
    return true;
  };
  const view = new EditorView({
    parent,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        lineNumbers(),
        highlightActiveLine(),
        drawSelection(),
        history(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ icons: false }),
        syntaxHighlighting(HIGHLIGHT),
        EditorView.lineWrapping,
        mistake,
        typingOver,
        LOOK,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) on.change(update.state.doc.toString());
        }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        language.of(languageWith([])),
        named.of(namedBy(labels))
      ]
    })
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => {
      if (next !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    insert: (piece) => view.dispatch(view.state.replaceSelection(piece)),
    mark: (position) => {
      view.dispatch({
        effects:
          position === null
            ? setMark.of(null)
            : [setMark.of(position), EditorView.scrollIntoView(Math.min(position, view.state.doc.length))]
      });
    },
    setSchema: (tables) => view.dispatch({ effects: language.reconfigure(languageWith(tables)) }),
    setLabels: (next) => view.dispatch({ effects: named.reconfigure(namedBy(next)) }),
    focus: () => view.focus(),
    close: () => {
      view.destroy();
      parent.remove();
    }
  };
}

/** The language with completion of tables, columns, functions and keywords. */
function languageWith(tables: readonly TableInfo[]): Extension {
  const schema = Object.fromEntries(
    tables.map(({ name, columns }) => [name, columns.map((column) => ({ label: column.name, type: 'property', detail: column.type }))])
  );
  const columns = [...new Set(tables.flatMap((table) => table.columns.map((column) => column.name)))];
  const words: readonly Completion[] = [...COMPLETIONS, ...columns.map((name) => ({ label: name, type: 'property' }))];
  const support = sql({ dialect: DUCKDB });
  const data = (autocomplete: unknown) => DUCKDB.language.data.of({ autocomplete });
  return [
    support.language,
    data(schemaCompletionSource({ dialect: DUCKDB, schema })),
    data(keywordCompletionSource(DUCKDB)),
    data((context: { matchBefore(pattern: RegExp): { from: number } | null; explicit: boolean }) => {
      const word = context.matchBefore(/[\w]+$/);
      const dotted = context.matchBefore(/\.\w*$/);
      if (dotted || (!word && !context.explicit)) return null;
      return word ? { from: word.from, options: words, validFor: /^\w*$/ } : null;
    })
  ];
}

function namedBy(labels: EditorLabels): Extension {
  return [EditorView.contentAttributes.of({ 'aria-label': labels.name }), placeholder(labels.placeholder)];
}
