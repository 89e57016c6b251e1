import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, memberDraftOf } from '../../../test/browser/draft.ts';
import type { Role } from '../../sources/mapping.ts';
import { meetsNeeds, rolesOf, SUBJECTS } from '../../sources/subject.ts';
import {
  aboutOf,
  columnsLeftOut,
  firstValues,
  holdsNoOrders,
  masked,
  missingRows,
  obstacle,
  promiseOf,
  unusedColumns
} from './draft-facts.ts';
import { roleLines } from './role-lines.ts';

const draft = draftOf();
const withRoles = (roles: readonly (Role | null)[]) => draftOf({ mapping: { ...draft.mapping, roles } });

test('asks for what is needed, and for one clock only', () => {
  expect(roleLines(draft).map(({ role }) => role)).toEqual(['customer', 'pay_time', 'amount', 'order_id', 'status', 'channel']);
  const none = roleLines(withRoles(draft.mapping.roles.map(() => null)));
  expect(none.find(({ role }) => role === 'order_time')).toEqual({ role: 'order_time', column: null, need: 'this' });
});

test('every column has a line, or stands among the unused ones', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.constantFrom<Role>('customer', 'order_time', 'pay_time', 'amount', 'gross', 'tier', 'sku', 'row_kind', 'order_clock'),
        { maxLength: 7 }
      ),
      (roles) => {
        const one = withRoles(draft.sketch.columns.map((_, column) => roles[column] ?? null));
        const shown = [...roleLines(one).flatMap(({ column }) => (column === null ? [] : [column])), ...unusedColumns(one)];
        expect(shown.sort()).toEqual(draft.sketch.columns.map((_, column) => column));
      }
    )
  );
});

test('personal columns stay out, and what is shown of them is masked', () => {
  expect(columnsLeftOut(draft)).toEqual([5, 6]);
  expect(firstValues(draft, 5)).toEqual(['18****', '13****']);
  expect(firstValues(draft, 0)).toEqual(['tb83021', '小鱼儿1990']);
  expect(masked('138****5678')).toBe('138****5678');
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 5 }).filter((text) => !text.includes('*')),
      (text) => !masked(text).includes(text)
    )
  );
});

test('promises customers of one file, its orders where nobody is known, and files where customers overlap', () => {
  expect(promiseOf([draft], [])).toEqual({ kind: 'customers', count: 18_406 });
  expect(promiseOf([draftOf({ customers: null })], [])).toEqual({ kind: 'orders', count: 60_418 });
  expect(promiseOf([draft], [draftOf({ id: 'f0' })])).toEqual({ kind: 'files', count: 2 });
});

test('says what stands in the way', () => {
  expect(obstacle(draft)).toBeNull();
  expect(obstacle(withRoles(['customer', null, 'amount', null, null, null, null]))).toBe('no-time');
  expect(obstacle(draftOf({ questions: [{ id: 'status', kind: 'status', column: 4, values: [], options: [], answer: null }] }))).toBe(
    'question'
  );
  expect(obstacle(draftOf({ balance: { ...draft.balance, used: 0 } }))).toBe('nothing-used');
  expect(obstacle(draftOf({ balance: { ...draft.balance, used: 0 } }), true)).toBeNull();
});

test('tells a file without orders, and a balance that does not add up', () => {
  expect(missingRows(draft)).toBe(0);
  expect(missingRows(draftOf({ balance: { ...draft.balance, used: 60_000 } }))).toBe(418);
  const foreign = draftOf({
    balance: { inFile: 5, used: 0, orders: 0, anonymous: 0, setAside: [{ reason: 'not-orders', rows: 5, switchable: false, isOn: true }] }
  });
  expect([holdsNoOrders(foreign), holdsNoOrders(draft)]).toEqual([true, false]);
});

test('a file about something else needs its own columns, and orders beside it', () => {
  const members = memberDraftOf();
  expect(aboutOf(members)).toBe('members');
  expect(obstacle(members)).toBe('no-orders');
  expect(obstacle(members, true)).toBeNull();
  expect(promiseOf([members], [])).toEqual({ kind: 'files', count: 1 });
  const none = memberDraftOf({ mapping: { ...members.mapping, roles: members.mapping.roles.map(() => null) } });
  expect(obstacle(none, true)).toBe('needs-missing');
  expect(roleLines(none).filter(({ need }) => need !== null)).toEqual(
    (['customer', 'phone', 'email'] as const).map((role) => ({ role, column: null, need: 'one-of' }))
  );
});

test('whatever a file is about, columns for the roles that are marked are enough', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(...SUBJECTS.filter((subject) => subject !== 'orders'))
        .chain((subject) => fc.record({ subject: fc.constant(subject), roles: fc.subarray([...rolesOf(subject)]) })),
      ({ subject, roles }) => {
        const marked = roleLines(
          memberDraftOf({ mapping: { ...memberDraftOf().mapping, subject, subjectConfidence: 'user', roles } })
        ).flatMap(({ role, need }) => (need === null ? [] : [role]));
        expect(meetsNeeds([...roles, ...marked], subject)).toBe(true);
        expect(marked.length === 0).toBe(meetsNeeds(roles, subject));
      }
    )
  );
});
