/** Looking up colleagues by name. */
import { takesPart } from '@redress/domain/actions/meeting-people';
import { DEFAULT_PAGE, MAX_PAGE, parsePage, toPage } from '@redress/domain/reads/connection';
import type { DirectoryMember } from '@redress/domain/reads/directory';
import { currentRoles, isActive } from '@redress/domain/reads/people';
import { builder } from '../builder.ts';
import { connection, forwardArgs } from '../connection.ts';
import { pageCost } from '../limits.ts';
import { reading, requirePrincipal } from '../top-level-error.ts';
import { Member } from './member.ts';
import { RoleEnum } from './role.ts';

const MemberConnection = connection('Member', Member, 'Members of the company, in the order in which they joined.');
const LIST = 'members';
const placeOf = ({ createdAt, id }: DirectoryMember) => [createdAt.toISOString(), id];

builder.queryField('members', (t) =>
  t.field({
    type: MemberConnection,
    description: 'The members who can sign in, in the order in which they joined. For members and tokens.',
    args: {
      search: t.arg.string({ description: 'Only those with this in their name or address, whatever its case.' }),
      meets: t.arg.boolean({ description: 'True: only those who take part in meetings. Auditors look on.' }),
      role: t.arg({ type: RoleEnum, description: 'Only those who hold this role now, in whatever department.' }),
      ...forwardArgs('members', DEFAULT_PAGE, MAX_PAGE),
    },
    complexity: pageCost(DEFAULT_PAGE),
    resolve: (_root, { search, role, meets, first, after }, ctx) => {
      requirePrincipal(ctx);
      const now = ctx.now();
      const words = (search ?? '').trim().toLowerCase();
      const fits = (member: DirectoryMember) =>
        isActive(member) &&
        (member.name.toLowerCase().includes(words) || member.email.toLowerCase().includes(words)) &&
        (meets !== true || takesPart(ctx, member.id)) &&
        (role == null || currentRoles(member, now).some((held) => held.role === role));
      return reading(
        Promise.resolve().then(() => {
          const request = parsePage(LIST, ['moment', 'id'], { first, after });
          const behind = (member: DirectoryMember) => {
            const [at, id] = placeOf(member);
            const [lastAt, lastId] = request.after ?? [];
            return lastAt === undefined || at! > lastAt || (at === lastAt && id! > lastId!);
          };
          const found = ctx.directory.members.filter((member) => fits(member) && behind(member));
          const inOrder = found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
          return toPage(LIST, request, inOrder.slice(0, request.limit + 1), placeOf);
        }),
      );
    },
  }),
);
