/**
 * The treaties that are taken from the data set: code, node, names, and the topics that they concern.
 *
 * Those without a name are described in `dossiers/treaties.yaml`. Left out, because the data set is too thin or too often
 * wrong there: the Minamata Convention, the Nagoya Protocol, the convention on migratory species, the four conventions of
 * 1958 on the sea, civil liability for oil, and treaties of few states on one region's trade.
 */
const rights = 'topic:human-rights';
const nuclear = 'topic:nuclear-arms-control';
const environment = 'topic:environment';
const space = 'topic:outer-space';
const energy = 'topic:nuclear-safety';

export const treaties = [
  { code: 'GA05FF_1949A', id: 'geneva-conventions-1949' },
  { code: 'AG07AC_1977P1', id: 'additional-protocol-1' },
  { code: 'AG07AC_1977P2', id: 'additional-protocol-2' },
  { code: 'PD04WD_1992A', id: 'chemical-weapons-convention' },
  { code: 'STTICC_1998A', id: 'rome-statute' },
  of('PRVPCG_1948A', 'genocide-convention', 'Genocide Convention', 'Convention on the Prevention and Punishment of the Crime of Genocide', rights),
  of('ICERD_1965A', 'cerd', 'Convention on the Elimination of All Forms of Racial Discrimination', 'CERD; ICERD; International Convention on the Elimination of All Forms of Racial Discrimination', rights),
  of('ICESCR_1966A', 'icescr', 'International Covenant on Economic, Social and Cultural Rights', 'ICESCR', rights),
  of('ICCPR_1966A', 'iccpr', 'International Covenant on Civil and Political Rights', 'ICCPR', rights),
  of('ELMFDW_1979A', 'cedaw', 'Convention on the Elimination of All Forms of Discrimination against Women', 'CEDAW', rights),
  of('TCIDTP_1984A', 'convention-against-torture', 'Convention against Torture', 'CAT; Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment', rights),
  of('RGHTSC_1989A', 'convention-on-the-rights-of-the-child', 'Convention on the Rights of the Child', 'CRC', rights),
  of('IP04MF_1990A', 'migrant-workers-convention', 'Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families', 'ICRMW', rights),
  of('RGHTPD_2006A', 'convention-on-the-rights-of-persons-with-disabilities', 'Convention on the Rights of Persons with Disabilities', 'CRPD', rights),
  of('ABCHPR_1981A', 'banjul-charter', "African Charter on Human and Peoples' Rights", 'Banjul Charter', rights),
  of('AFCRWC_1990A', 'african-childrens-charter', 'African Charter on the Rights and Welfare of the Child', 'ACRWC', rights),
  of('AC05WA_2003P', 'maputo-protocol', 'Maputo Protocol', "Protocol to the African Charter on Human and Peoples' Rights on the Rights of Women in Africa", rights),
  of('EP05PS_1987A', 'european-convention-for-the-prevention-of-torture', 'European Convention for the Prevention of Torture', 'European Convention for the Prevention of Torture and Inhuman or Degrading Treatment or Punishment', rights),
  of('FRMPNM_1995A', 'framework-convention-national-minorities', 'Framework Convention for the Protection of National Minorities', '', rights),
  of('CMNTBT_1996A', 'ctbt', 'Comprehensive Nuclear-Test-Ban Treaty', 'CTBT', nuclear),
  of('TRTPNW_1968A', 'npt', 'Treaty on the Non-Proliferation of Nuclear Weapons', 'NPT; Non-Proliferation Treaty', nuclear),
  of('TB06SW_1963A', 'partial-test-ban-treaty', 'Partial Test Ban Treaty', 'PTBT; Treaty Banning Nuclear Weapon Tests in the Atmosphere, in Outer Space and under Water', nuclear),
  of('TP11ST_1971A', 'seabed-treaty', 'Seabed Arms Control Treaty', 'Treaty on the Prohibition of the Emplacement of Nuclear Weapons and Other Weapons of Mass Destruction on the Sea-Bed', nuclear),
  of('TPNWLA_1967A', 'treaty-of-tlatelolco', 'Treaty of Tlatelolco', 'Treaty for the Prohibition of Nuclear Weapons in Latin America', nuclear),
  of('ANWFZT_1996A', 'treaty-of-pelindaba', 'Treaty of Pelindaba', 'African Nuclear-Weapon-Free Zone Treaty', nuclear),
  of('PMHEMT_1977A', 'enmod', 'Environmental Modification Convention', 'ENMOD; Convention on the Prohibition of Military or Any Other Hostile Use of Environmental Modification Techniques', 'topic:weapons'),
  of('TP09CB_1967A', 'outer-space-treaty', 'Outer Space Treaty', 'Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space', space),
  of('RA06OS_1968A', 'rescue-agreement', 'Rescue Agreement', 'Agreement on the Rescue of Astronauts, the Return of Astronauts and the Return of Objects Launched into Outer Space', space),
  of('ILDCSO_1972A', 'space-liability-convention', 'Space Liability Convention', 'Convention on International Liability for Damage Caused by Space Objects', space),
  of('RGOLOS_1975A', 'registration-convention', 'Registration Convention', 'Convention on Registration of Objects Launched into Outer Space', space),
  of('GASMCB_1979A', 'moon-agreement', 'Moon Agreement', 'Agreement Governing the Activities of States on the Moon and Other Celestial Bodies', space),
  of('ANTRCT_1959A', 'antarctic-treaty', 'Antarctic Treaty', '', environment),
  of('WHOFTC_2003A', 'framework-convention-on-tobacco-control', 'WHO Framework Convention on Tobacco Control', 'FCTC', 'topic:health'),
  of('UNFCCC_1992A', 'unfccc', 'United Nations Framework Convention on Climate Change', 'UNFCCC', environment),
  of('UNNFCC_1997P:UNFCCC_1992A', 'kyoto-protocol', 'Kyoto Protocol', 'Kyoto Protocol to the United Nations Framework Convention on Climate Change', environment),
  of('CBD_1992A', 'convention-on-biological-diversity', 'Convention on Biological Diversity', 'CBD', environment),
  of('MNSDOL_1987P', 'montreal-protocol', 'Montreal Protocol', 'Montreal Protocol on Substances that Deplete the Ozone Layer', environment),
  of('CTMHWD_1989A', 'basel-convention', 'Basel Convention', 'Convention on the Control of Transboundary Movements of Hazardous Wastes and Their Disposal', environment),
  of('PRWCNH_1972A', 'world-heritage-convention', 'World Heritage Convention', 'Convention for the Protection of the World Cultural and Natural Heritage', 'topic:cultural-heritage'),
  of('RAMSA_1971A', 'ramsar-convention', 'Ramsar Convention', 'Convention on Wetlands of International Importance', environment),
  of('CITES_1973A', 'cites', 'CITES', 'Convention on International Trade in Endangered Species of Wild Fauna and Flora', environment),
  of('IL10FS_1995A', 'fish-stocks-agreement', 'Fish Stocks Agreement', 'Agreement on straddling fish stocks and highly migratory fish stocks', environment),
  of('LWNVIW_1997A', 'watercourses-convention', 'Watercourses Convention', 'Convention on the Law of the Non-Navigational Uses of International Watercourses', environment),
  of('LRTAP_1979A', 'lrtap', 'Convention on Long-Range Transboundary Air Pollution', 'LRTAP', environment),
  of('CECE_1992A', 'water-convention', 'Water Convention', 'Convention on the Protection and Use of Transboundary Watercourses and International Lakes', environment),
  of('NCLRSF_1994A', 'convention-on-nuclear-safety', 'Convention on Nuclear Safety', '', energy),
  of('PHYPNM_1979A', 'physical-protection-convention', 'Convention on the Physical Protection of Nuclear Material', 'CPPNM', energy),
  of('ERLNNA_1986A', 'early-notification-convention', 'Convention on Early Notification of a Nuclear Accident', '', energy),
  of('ACNARE_1986A', 'nuclear-assistance-convention', 'Convention on Assistance in the Case of a Nuclear Accident or Radiological Emergency', '', energy),
  of('JS06WM_1997A', 'joint-convention-on-radioactive-waste', 'Joint Convention on the Safety of Spent Fuel Management and on the Safety of Radioactive Waste Management', '', energy),
  of('RDTRFF_1949A', 'convention-on-road-traffic-1949', 'Convention on Road Traffic of 1949', 'Geneva Convention on Road Traffic', 'topic:transport'),
];

/** Treaties whose parties are in lists of the United Nations Treaty Collection, with the withdrawals since those lists. */
export const listed = [
  {
    list: '26-5',
    id: 'ottawa-convention',
    inForce: '1999-03-01',
    ends: { EST: '2025-12-27', LTU: '2025-12-27', LVA: '2025-12-27', FIN: '2026-01-10' },
  },
  { list: '26-6', id: 'convention-on-cluster-munitions', inForce: '2010-08-01', ends: { LTU: '2025-03-06' } },
];

function of(code, id, name, aliases, topics) {
  return { code, id, name, aliases, topics };
}
