namespace ReviewKit.Benchmarks.Bilingual;

/// <summary>Invented people, journals and titles, written by hand in both languages, of which <see cref="BilingualSet"/> makes papers.</summary>
static class Parts
{
    /// <summary>Family and given name in characters, family in pinyin, given name by syllables. Many surnames are read unlike the dictionary's first reading, or have two characters.</summary>
    public static readonly Writer[] People =
    [
        new("单", "晓丽", "Shan", "Xiao Li"), new("曾", "伟民", "Zeng", "Wei Min"), new("解", "志强", "Xie", "Zhi Qiang"), new("仇", "海燕", "Qiu", "Hai Yan"), new("查", "文博", "Zha", "Wen Bo"),
        new("区", "少聪", "Ou", "Shao Cong"), new("盖", "建军", "Ge", "Jian Jun"), new("乐", "思齐", "Yue", "Si Qi"), new("朴", "英姬", "Piao", "Ying Ji"), new("翟", "羽佳", "Zhai", "Yu Jia"),
        new("覃", "桂英", "Qin", "Gui Ying"), new("尉", "迟明", "Wei", "Chi Ming"), new("缪", "红", "Miao", "Hong"), new("任", "重远", "Ren", "Zhong Yuan"), new("华", "国锐", "Hua", "Guo Rui"),
        new("欧阳", "修远", "Ouyang", "Xiu Yuan"), new("司马", "光宇", "Sima", "Guang Yu"), new("诸葛", "瑾瑜", "Zhuge", "Jin Yu"), new("上官", "婉清", "Shangguan", "Wan Qing"), new("夏侯", "渊", "Xiahou", "Yuan"),
        new("皇甫", "嵩", "Huangfu", "Song"), new("东方", "旭", "Dongfang", "Xu"), new("令狐", "冲", "Linghu", "Chong"), new("吕", "绿洲", "Lyu", "Lv Zhou"), new("吕", "旅平", "Lu", "Lü Ping"),
        new("王", "晓明", "Wang", "Xiao Ming"), new("王", "小敏", "Wang", "Xiao Min"), new("李", "娜", "Li", "Na"), new("李", "强", "Li", "Qiang"), new("张", "伟", "Zhang", "Wei"), new("张", "文", "Zhang", "Wen"),
        new("刘", "洋", "Liu", "Yang"), new("陈", "静怡", "Chen", "Jing Yi"), new("杨", "帆", "Yang", "Fan"), new("赵", "安娜", "Zhao", "An Na"), new("黄", "西安", "Huang", "Xi An"), new("周", "亮", "Zhou", "Liang"),
        new("吴", "恩", "Wu", "En"), new("徐", "长青", "Xu", "Chang Qing"), new("孙", "行", "Sun", "Xing"), new("胡", "朝阳", "Hu", "Zhao Yang"), new("朱", "乐天", "Zhu", "Le Tian"), new("高", "原", "Gao", "Yuan"),
        new("林", "重庆", "Lin", "Chong Qing"), new("何", "蕾", "He", "Lei"), new("郭", "宁", "Guo", "Ning"), new("马", "驰", "Ma", "Chi"), new("罗", "薇薇", "Luo", "Wei Wei"), new("梁", "燕", "Liang", "Yan"),
        new("宋", "岳", "Song", "Yue"), new("郑", "一鸣", "Zheng", "Yi Ming"), new("谢", "霆", "Xie", "Ting"), new("韩", "雪松", "Han", "Xue Song"), new("唐", "果", "Tang", "Guo"), new("冯", "程程", "Feng", "Cheng Cheng"),
        new("于", "谦", "Yu", "Qian"), new("董", "存", "Dong", "Cun"), new("萧", "然", "Xiao", "Ran"), new("冼", "星河", "Xian", "Xing He"), new("邝", "美云", "Kuang", "Mei Yun"),
    ];

    /// <summary>Half have an edition in English, a journal of its own under another name or the same; the last four have most of their names in common.</summary>
    public static readonly Serial[] Journals =
    [
        new("城市政策学报", "Urban Policy Journal", "Chengshi Zhengce Xuebao", "CSZC", "Urban Policy Journal (English Edition)", true),
        new("护理管理与实践", "Nursing Management and Practice", "Huli Guanli yu Shijian", "HLGS", null, true),
        new("环境监测研究", "Research on Environmental Monitoring", "Huanjing Jiance Yanjiu", "HJJY", "Frontiers of Environmental Monitoring", true),
        new("中国社区医学", "Chinese Community Medicine", "Zhongguo She Qu Yi Xue", "ZGSQ", "Chinese Journal of Community Medicine", true),
        new("公共卫生前沿", "Public Health Frontier", "Gong Gong Wei Sheng Qian Yan", "GGWQ", null, false),
        new("情报理论与应用", "Information Theory and Application", "Qingbao Lilun yu Yingyong", "QBLY", null, true),
        new("水利与生态工程", "Hydraulic and Ecological Engineering", "Shuili yu Shengtai Gongcheng", "SLST", "Hydraulic and Ecological Engineering (English Edition)", true),
        new("教育测量评论", "Review of Educational Measurement", "Jiaoyu Celiang Pinglun", "JYCP", null, false),
        new("电力系统与智能控制", "Power Systems and Intelligent Control", "Dianli Xitong yu Zhineng Kongzhi", "DLXZ", "Journal of Intelligent Power", true),
        new("临床药物观察", "Clinical Drug Observation", "Lin Chuang Yao Wu Guan Cha", "LCYG", null, true),
        new("农业经济与社会", "Agricultural Economy and Society", "Nongye Jingji yu Shehui", "NJSH", null, false),
        new("心理健康杂志", "Journal of Mental Health in China", "Xin Li Jian Kang Za Zhi", "XLJZ", "Mental Health (Beijing)", true),
        new("江南大学学报(自然科学版)", "Journal of Jiangnan University (Natural Sciences)", "Jiangnan Daxue Xuebao (Ziran Kexue Ban)", "JNZR", null, true),
        new("江南大学学报(社会科学版)", "Journal of Jiangnan University (Social Sciences)", "Jiangnan Daxue Xuebao (Shehui Kexue Ban)", "JNSK", null, true),
        new("材料热处理", "Heat Treatment of Materials", "Cailiao Rechuli", "CLRC", null, true),
        new("材料热处理学报", "Transactions of Materials Heat Treatment", "Cailiao Rechuli Xuebao", "CLRX", "Materials and Heat Treatment International", true),
    ];

    public static readonly (string Zh, string En)[] Titles =
    [
        ("智慧城市政策工具的文本量化研究", "Policy instruments of smart cities: a quantitative text analysis"), ("社区老年人跌倒风险评估量表的编制与检验", "Development and validation of a fall risk scale for older people in the community"),
        ("基于PM2.5监测数据的城市空气质量时空分布", "Spatial and temporal distribution of urban air quality from PM2.5 monitoring data"), ("护士工作倦怠与离职意愿的关系：组织支持的中介作用", "Burnout and turnover intention among nurses: the mediating role of organizational support"),
        ("海绵城市建设的财政补贴效率分析", "Efficiency of fiscal subsidies for sponge city construction"), ("COVID-19疫情下大学生焦虑状况调查", "Anxiety of university students during the COVID-19 epidemic: a survey"),
        ("糖尿病患者自我管理行为的质性研究", "Self-management of patients with diabetes: a qualitative study"), ("基于BERT模型的政策文本分类", "Classification of policy documents with a BERT model"),
        ("农村电商对农户收入的影响——来自三省的证据", "Rural e-commerce and household income: evidence from three provinces"), ("水库调度对下游鱼类产卵场的影响", "Effects of reservoir operation on downstream fish spawning grounds"),
        ("高考改革背景下物理学科等级赋分的公平性", "Fairness of graded scoring in physics under the college entrance examination reform"), ("光伏并网逆变器的自适应控制策略", "An adaptive control strategy for grid-connected photovoltaic inverters"),
        ("卡培他滨致手足综合征的临床观察", "Clinical observation of hand-foot syndrome caused by capecitabine"), ("留守儿童心理弹性及其影响因素", "Resilience of left-behind children and its influencing factors"),
        ("冬小麦叶面积指数的无人机遥感反演", "Retrieval of winter wheat leaf area index from UAV images"), ("地方政府数据开放平台的用户体验评价", "Evaluating user experience of open government data portals"),
        ("时效处理对7075铝合金组织与性能的影响", "Influence of ageing on microstructure and properties of 7075 aluminium alloy"), ("基层医生对抗菌药物的认知与处方行为", "Knowledge and prescribing of antibiotics among primary care physicians"),
        ("城市更新中的公众参与机制", "Mechanisms of public participation in urban renewal"), ("长江口沉积物重金属污染及生态风险", "Heavy metals in sediments of the Yangtze estuary and their ecological risk"),
        ("中学生网络欺凌的追踪研究", "Cyberbullying among secondary school students: a follow-up study"), ("针刺治疗慢性失眠的随机对照试验", "Acupuncture for chronic insomnia: a randomized controlled trial"),
        ("图书馆数字素养教育的国际比较", "Digital literacy education in libraries: an international comparison"), ("微电网群的分层能量管理", "Hierarchical energy management of clustered microgrids"),
        ("数字孪生在流域防洪中的应用", "Digital twins for flood control in river basins"), ("土地流转与粮食生产效率", "Land transfer and the efficiency of grain production"),
        ("妊娠期贫血与新生儿体重的队列研究", "Anaemia in pregnancy and birth weight: a cohort study"), ("激光淬火42CrMo钢的疲劳寿命", "Fatigue life of laser-quenched 42CrMo steel"),
        ("共享单车停放治理的协同困境", "Dilemmas of collaboration in governing shared bicycle parking"), ("5G网络切片在远程医疗中的时延分析", "Latency of 5G network slicing in telemedicine"),
        ("家庭医生签约服务的居民满意度", "Satisfaction of residents with contracted family doctor services"), ("轨道交通对房价的溢出效应", "Spillover effects of rail transit on housing prices"),
        ("乡村教师专业发展的困境与出路", "Professional development of rural teachers: dilemmas and ways out"), ("血清25-羟维生素D与骨密度的相关性", "Association of serum 25-hydroxyvitamin D with bone mineral density"),
        ("基于知识图谱的学科交叉测度", "Measuring interdisciplinarity with knowledge graphs"), ("秸秆还田对土壤有机碳的长期影响", "Long-term effects of straw return on soil organic carbon"),
    ];

    public static readonly (string Zh, string En)[] Places =
    [
        ("青海省", "Qinghai"), ("无锡市", "Wuxi"), ("西安市", "Xi'an"), ("吕梁市", "Lüliang"), ("成渝地区", "the Chengdu-Chongqing region"), ("洞庭湖区", "the Dongting Lake area"), ("某三甲医院", "a tertiary hospital"), ("长三角", "the Yangtze River Delta"),
    ];
}

/// <summary>A person who does not exist.</summary>
/// <param name="Syllables">Of the given name in pinyin, parted by blanks.</param>
sealed record Writer(string Family, string Given, string Latin, string Syllables)
{
    public string Zh => Family + Given;
    public string[] Parts => Syllables.Split(' ');
    public string Joined => Parts.Length == 1 ? Parts[0] : Parts[0] + Parts[1].ToLowerInvariant();
}

/// <summary>A journal that does not exist.</summary>
/// <param name="Code">The letters by which CNKI calls it.</param>
/// <param name="Edition">Its sister journal in English; null where there is none.</param>
/// <param name="HasVolume">Many Chinese journals count years only.</param>
sealed record Serial(string Zh, string En, string Pinyin, string Code, string? Edition, bool HasVolume);
