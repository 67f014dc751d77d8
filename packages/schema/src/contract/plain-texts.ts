/**
 * Text fields that mask nothing, because no word in them is a customer's or about one: numbers and codes, the company's
 * own names and settings, what the product itself says. Whoever adds a text field either defines it by masked-text.ts or
 * names it here, and so has asked themselves whose words it holds.
 */
import { getNamedType, isIntrospectionType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';

const PLAIN: Record<string, string> = {
  Attachment: 'mediaType sha256 thumbnailUrl url',
  AttachmentUpload: 'url',
  AuditChange: 'field from subject subjectName to',
  AuditActTakenBack: 'action',
  AuditEntry: 'action address events requestId userAgent',
  Board: 'scope',
  CallRecordPayload: 'number',
  CalendarDay: 'day name',
  CalendarName: 'code nameEn nameZh',
  CalendarPreviewDay: 'day nameEn nameZh',
  CalendarSpan: 'from to',
  CalendarSpecialDay: 'day nameEn nameZh',
  Category: 'code name nameEn nameZh',
  ChannelDelivery: 'problem',
  Complaint: 'number position',
  ComplaintRegisterPayload: 'trackingCode',
  ComplaintSettlePayload: 'trackingCode',
  ComplaintSubmitPayload: 'number trackingCode',
  Contact: 'templateKey',
  CustomerActor: 'label',
  CustomerCase: 'number',
  CustomerMessage: 'problem',
  // What an administrator wrote.
  CustomerMessagePolicy: 'en zh',
  Delivery: 'problem',
  DepartmentWipLimit: 'departmentCode',
  Department: 'calendarCode code name nameEn nameZh shortName',
  // Of a line of a template, which an administrator wrote.
  Duty: 'whatEn',
  DutyLine: 'departmentCode what whatEn',
  ExternalReference: 'id source',
  GroupCase: 'currency',
  HolidayPlace: 'code country name',
  InputIssue: 'path',
  Integration: 'name',
  IntegrationViewer: 'name',
  LadderStep: 'onlyCategories',
  MeetingDate: 'day',
  MeetingRhythm: 'timeZone',
  // Colleagues, not customers.
  Member: 'email name',
  MemberViewer: 'locale',
  Money: 'currency',
  NotificationChannel: 'target',
  NotificationChannelOption: 'addresses',
  OtherCase: 'number',
  Policy: 'key reason',
  // Whose very purpose it is, to who may and on record.
  RevealedCustomer: 'name phone email',
  RevealedWords: 'masked text',
  QuietTime: 'from timeZone to',
  ShownComplaint: 'number',
  ShownInFocus: 'number',
  // About no complaint, so no customer is known; numbers are masked.
  ComplaintExport: 'decisionReason mark reason viewerDownload',
  Resolution: 'offerKey',
  ResolutionPreview: 'currency',
  // The company's own word for an agency.
  RegulatorCase: 'agencyName',
  GroupOpenError: 'numbers',
  RootCause: 'code name nameEn nameZh',
  RosterShift: 'from to',
  RoutingRule: 'name',
  OwnLanguageSetPayload: 'locale',
  PossibleDuplicate: 'number',
  // What a colleague looks for; of what is shared, nobody's number (SW6).
  SavedView: 'search',
  StageInfo: 'name nameEn nameZh',
  TrackedComplaint: 'currency department mergedNumbers number',
  TrackedResolution: 'offerKey',
  TrackedStep: 'name',
};

/** What the product says, and the places of rows in lists. */
const ANYWHERE = ['message', 'cursor', 'startCursor', 'endCursor'];

/** The values of policies: what an administrator wrote. */
const SETTINGS = /Policy$/;

/** Fields, as `Type.field`, that answer with text, mask nothing, and are not known to hold nobody's words. */
export function unmaskedTexts(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name === 'String' && field.extensions.masks !== true)
        .filter(({ name }) => !ANYWHERE.includes(name) && !SETTINGS.test(type.name))
        .filter(({ name }) => !PLAIN[type.name]?.split(' ').includes(name))
        .map(({ name }) => `${type.name}.${name}`),
    );
}
