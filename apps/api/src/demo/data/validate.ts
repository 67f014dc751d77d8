/** Whether the demo's data hold together: texts, references, and stories that the product's rules allow. */
import { categories, routingRules } from './categories.ts';
import { departments, members } from './company.ts';
import { complaints } from './complaints.ts';
import { hasUnknownMark } from './date-marks.ts';
import type { DemoComplaint } from './demo-complaint.ts';
import { replay } from './replay.ts';
import { textsOfStep } from './step-texts.ts';

const hasChinese = (text: string) => /\p{Script=Han}/u.test(text);

function duplicates(values: string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

/** The first words, by which two complaints would sound alike. */
function opening(text: string): string {
  return hasChinese(text) ? text.slice(0, 3) : text.split(' ').slice(0, 2).join(' ');
}

function textsOf(complaint: DemoComplaint): string[] {
  const said = complaint.story.flatMap(textsOfStep);
  return [complaint.subject, complaint.description, complaint.demand, ...said];
}

function validateTexts(complaint: DemoComplaint): string[] {
  const problems: string[] = [];
  const { subject, description, demand } = complaint;
  const chinese = hasChinese(description);
  // A Latin letter takes half the room of a Chinese one, on the card as in the count.
  if (subject.length > (chinese ? 24 : 48)) problems.push(`subject of ${subject.length}`);
  if (description.length < 40 || description.length > (chinese ? 220 : 440)) {
    problems.push(`description of ${description.length}`);
  }
  if (demand.length === 0 || demand.length > (chinese ? 40 : 90)) problems.push(`demand of ${demand.length}`);
  for (const text of textsOf(complaint)) if (hasUnknownMark(text)) problems.push(`unknown date mark in "${text}"`);
  return problems;
}

function validateReferences(complaint: DemoComplaint): string[] {
  const problems: string[] = [];
  const { customer, channel, severity } = complaint;
  const category = categories.flatMap((p) => p.children).find((c) => c.code === complaint.category);
  if (!category) problems.push(`unknown category ${complaint.category}`);
  if (complaint.category.startsWith('safety.') && severity !== 'URGENT') problems.push('safety is always urgent');
  const registrar = members.find((m) => m.email === complaint.registeredBy);
  const desk = channel === 'STORE' ? 'stores' : 'service';
  if (!registrar?.roles.some((r) => r.role === 'AGENT' && r.department === desk)) {
    problems.push(`${complaint.registeredBy} does not sit at the desk of ${channel}`);
  }
  if (customer.phone !== undefined && !/^1990000\d{4}$/.test(customer.phone)) problems.push('a phone that may be real');
  if (customer.email !== undefined && !/@example\.(com|cn)$/.test(customer.email)) problems.push('a real mail domain');
  return problems;
}

function validateOne(complaint: DemoComplaint): string[] {
  const own = [...validateTexts(complaint), ...validateReferences(complaint)];
  return [...own.map((problem) => `${complaint.key}: ${problem}`), ...replay(complaint).problems];
}

/** Everything that is wrong with the demo's data, in words; empty when it may be loaded. */
export function validateDemo(): string[] {
  const twice = (what: string, values: string[]) => duplicates(values).map((value) => `${what} twice: ${value}`);
  const known = new Set<string>([
    ...categories.map((p) => p.code),
    ...categories.flatMap((p) => p.children.map((c) => c.code)),
  ]);
  return [
    ...twice(
      'department',
      departments.map((d) => d.code),
    ),
    ...twice(
      'member',
      members.map((m) => m.email),
    ),
    ...twice(
      'member name',
      members.map((m) => m.name),
    ),
    ...twice(
      'key',
      complaints.map((c) => c.key),
    ),
    ...twice(
      'subject',
      complaints.map((c) => c.subject),
    ),
    ...twice(
      'opening',
      complaints.map((c) => opening(c.description)),
    ),
    ...twice(
      'phone',
      complaints.flatMap((c) => c.customer.phone ?? []),
    ),
    ...twice(
      'customer',
      complaints.map((c) => c.customer.name),
    ),
    ...twice('said', complaints.flatMap(textsOf)),
    ...routingRules.filter((r) => !known.has(r.category)).map((r) => `rule for unknown ${r.category}`),
    ...categories.flatMap((p) =>
      p.children.filter((c) => !c.code.startsWith(`${p.code}.`)).map((c) => `${c.code} is not under ${p.code}`),
    ),
    ...complaints.flatMap(validateOne),
  ];
}
