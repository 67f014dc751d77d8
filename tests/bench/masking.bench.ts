/**
 * Masking the texts of a board: 500 cards of 500 customers, three texts each, against writing the same texts as JSON,
 * which a board does anyway. Customers are new objects each time, as rows of a query are: nothing may be made per person
 * that takes longer than looking at their texts (docs/adr/0014).
 */
import { maskText } from '@redress/domain/rules/mask';
import { compare, report } from './kit/compare.ts';

const CARDS = 500;

const TEXTS = [
  '订单说好六号到，改到八号，又改到现在，打电话没有人接。',
  '我是王小敏，电话 138 1234 5678，请今天之内回我，不要再发短信了。',
  'They promised the 6th, then the 8th; call me at 13812345678 or write to min@example.com.',
];

export async function bench(): Promise<void> {
  const customers = () =>
    Array.from({ length: CARDS }, (_, n) => ({
      name: n % 2 === 0 ? `王小敏${n}` : `Mary Keller ${n}`,
      phone: `1381234${String(n).padStart(4, '0')}`,
      email: `min${n}@example.com`,
    }));
  const rates = await compare(
    [
      {
        name: 'limit: the texts as JSON',
        run: async () => customers().map((customer) => JSON.stringify([customer, TEXTS])),
      },
      {
        name: 'the texts masked, and as JSON',
        run: async () =>
          customers().map((customer) => JSON.stringify([customer, TEXTS.map((text) => maskText(text, customer))])),
      },
    ],
    { writers: 1, rounds: 3 },
  );
  report(`boards of ${CARDS} cards`, rates);
}
