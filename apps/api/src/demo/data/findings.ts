/** What the demo company's investigations come to, by what the complaint is about: the same habits of a company everywhere. */

export interface DemoFindings {
  /** Code of the root cause. */
  cause: string;
  findings: string;
  conclusion: string;
}

/** By category, or by its parent where the child has none of its own. */
const FINDINGS: Record<string, DemoFindings> = {
  delivery: {
    cause: 'process.capacity',
    findings: '核对了派车单、签收记录和司机轨迹：当天线路超载，改期没有人通知客户。',
    conclusion: '情况属实，责任在配送安排，先送到再补偿客户误工。',
  },
  'delivery.damaged': {
    cause: 'partner.carrier',
    findings: '比对了出库照片和签收照片：出库时完好，破损发生在干线转运。',
    conclusion: '情况属实，由我方换新，另向承运商索赔。',
  },
  'delivery.lost': {
    cause: 'partner.carrier',
    findings: '逐站核对扫描记录，货在转运站之后没有记录，签收底单不是客户本人。',
    conclusion: '情况属实，按实付金额处理，保价模板另行整改。',
  },
  'delivery.wrong-item': {
    cause: 'people.mistake',
    findings: '调看出库录像并盘点库位：拣货时把相邻库位的货混在了一起。',
    conclusion: '情况属实，补发缺件，错发的由我方取回。',
  },
  installation: {
    cause: 'partner.installer',
    findings: '查了预约记录、施工照片和师傅的说法，到场时间和做法都不合标准。',
    conclusion: '情况属实，换一组师傅返工，费用由我方承担。',
  },
  repair: {
    cause: 'process.slow',
    findings: '查了报修单和配件流水：配件在途没有人催，客户等得过久。',
    conclusion: '情况属实，加急配件，修好后延长保修。',
  },
  refund: {
    cause: 'process.slow',
    findings: '核对了退货入库、退款申请和到账记录，卡在人工复核这一步。',
    conclusion: '情况属实，当日放款并说明到账时间。',
  },
  quality: {
    cause: 'product.workmanship',
    findings: '复核了检测单和同批次返修记录，故障可以重现。',
    conclusion: '情况属实，换新，同批次通知厂家复检。',
  },
  safety: {
    cause: 'product.design',
    findings: '产品已封存送检，现场照片与客户所述一致，已核对安装和使用情况。',
    conclusion: '情况属实，先行救助和赔付，同款停售待检。',
  },
  price: {
    cause: 'system.data',
    findings: '比对了订单、活动规则和系统记录，计价口径与页面说明不一致。',
    conclusion: '情况属实，按页面说明补差。',
  },
  store: {
    cause: 'people.attitude',
    findings: '调看了当日录像，并分别听了客户和店员的说法。',
    conclusion: '情况属实，门店当面致歉，店员重新培训。',
  },
  online: {
    cause: 'system.fault',
    findings: '查了日志和客户截图，故障时段与客户所述一致。',
    conclusion: '情况属实，修复后恢复客户的权益。',
  },
  special: {
    cause: 'process.unclear',
    findings: '汇总了各部门的记录，前后答复口径不一，客户被来回转接。',
    conclusion: '情况属实，由一个口子答复到底。',
  },
  voice: {
    cause: 'process.missing',
    findings: '与相关部门核对了现行做法。',
    conclusion: '采纳，列入改进。',
  },
};

/** What was found about a complaint of this category. */
export function findingsOn(category: string): DemoFindings {
  const found = FINDINGS[category] ?? FINDINGS[category.split('.')[0]!];
  if (found === undefined) throw new Error(`nothing is known of how complaints of ${category} come about`);
  return found;
}
