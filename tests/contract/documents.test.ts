import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { documentFaults } from '../../scripts/document-faults.ts';

const schema = buildSchema(`
  type Query { case(id: ID!): Case }
  type Mutation { move(id: ID!, to: String): Case }
  type Case { id: ID! title: String! }
`);
const faultsOf = (sources: Record<string, string>) => documentFaults(schema, new Map(Object.entries(sources)));
const inFile = (code: string) => faultsOf({ 'src/a.ts': `import { graphql } from './graphql.ts';\n${code}` });

test('[API12] a document of the code that does not fit is found, with its file, line and operation', () => {
  expect(inFile('graphql(`query One($id: ID!) { case(id: $id) { id title } }`)')).toEqual([]);
  expect(inFile('graphql(`\n  query One($id: ID!) {\n    case(number: $id) { id }\n  }\n`)')).toEqual([
    'src/a.ts:4 One: Unknown argument "number" on field "Query.case".',
    'src/a.ts:4 One: Field "case" argument "id" of type "ID!" is required, but it was not provided.',
  ]);
  expect(inFile('graphql(`query One($id: String!) { case(id: $id) { id } }`)')).toEqual([
    'src/a.ts:2 One: Variable "$id" of type "String!" used in position expecting type "ID!".',
  ]);
  expect(inFile('const ask = `mutation Go { mve(id: 1) { id } }`')).toHaveLength(1);
  expect(inFile('graphql(`query One {`)')).toEqual(['src/a.ts:2 Syntax Error: Expected Name, found <EOF>.']);
});

test('[API12] a document is read with the fragments and texts that it is put together of, from other files too', () => {
  const pieces = "import { graphql } from './graphql.ts';\nexport const f = graphql(`fragment F on Case { titel }`);";
  expect(
    faultsOf({
      'src/f.ts': pieces,
      'src/q.ts': `import { graphql } from './graphql.ts'; import { f as g } from './f.ts';
        graphql('query One { case(id: 1) { ...F } }', [g]); graphql('query Two { case(id: 1) { id } }', [g]);
        graphql('query Three { case(id: 1) { ...F } }');`,
    }),
  ).toEqual([
    'src/f.ts:2 F: Cannot query field "titel" on type "Case". Did you mean "title"?',
    'src/q.ts:2 Two: Fragment "F" is never used.',
    'src/q.ts:3 Three: Unknown fragment "F".',
  ]);
  expect(inFile("const FIELDS = 'id titel';\nconst ASK = `query One { case(id: 1) { ${FIELDS} } }`;")).toHaveLength(1);
  expect(inFile('graphql(`query One { case(id: 1) { ${later()} } }`)')).toEqual([
    "src/a.ts:2 puts a document together that can't be read ahead; write it out.",
  ]);
});

test('[API12] the examples of a guide are documents; a text that is wrong on purpose says so', () => {
  expect(
    faultsOf({
      'guide.md':
        '# Ask\n```graphql one\n{ case(id: 1) { titel } }\n```\n```sh\ncurl --data \'{"query": "{ cas { id } }"}\'\n```\n```js\nconst A = `query One { cas { id } }`;\n```\n',
    }).map((fault) => fault.slice(0, 10)),
  ).toEqual(['guide.md:3', 'guide.md:6', 'guide.md:9']);
  expect(inFile("ask(/* fits no contract */ 'query One { nonsense }')")).toEqual([]);
});
