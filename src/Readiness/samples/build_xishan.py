"""Writes xishan.json, the sample district of the library: Xishan, Kunming, from 24 January 2020.

Run it without arguments; it needs Python 3.8 or later and nothing else. Equal runs write equal bytes: the only chance in
it comes from a small generator of our own with a fixed seed. Everything public is cited in SOURCES, everything that is
not says there that it is estimated or made up.
"""

import json
from datetime import date, timedelta
from pathlib import Path

START = date(2020, 1, 24)
DAYS = 28
HEADCOUNT = 1200


class Lehmer:
    """Multiplicative congruential generator, 48271 modulo 2^31 - 1 (Park and Miller, minimal standard)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = self.state * 48271 % 2147483647
        return self.state % bound

    def chance(self, percent):
        return self.below(100) < percent


def day(offset):
    return (START + timedelta(days=offset)).isoformat()


def name(en, zh=None):
    return {"en": en, "zh": zh} if zh else {"en": en}


def point(latitude, longitude):
    return {"latitude": round(latitude, 4), "longitude": round(longitude, 4)}


# --- what is public -----------------------------------------------------------------------------------------------

# Cumulative confirmed cases of Kunming, 23 January to 20 February 2020.
KUNMING_CUMULATIVE = [
    2, 3, 4, 7, 12, 15, 21, 24, 30, 31, 32, 34, 34, 37, 40, 41, 41, 42, 45, 46, 46, 48, 48, 48, 51, 51, 52, 53, 53]

# Sub-districts: id, English, Chinese, latitude, longitude, residents. Names are public, the figures estimates.
SUB_DISTRICTS = [
    ("jinbi", "Jinbi", "金碧", 25.032, 102.708, 105000),
    ("yongchang", "Yongchang", "永昌", 25.021, 102.703, 110000),
    ("qianwei", "Qianwei", "前卫", 24.990, 102.695, 170000),
    ("fuhai", "Fuhai", "福海", 24.985, 102.672, 130000),
    ("zongshuying", "Zongshuying", "棕树营", 25.037, 102.683, 95000),
    ("xiyuan", "Xiyuan", "西苑", 25.045, 102.668, 80000),
    ("majie", "Majie", "马街", 25.032, 102.638, 125000),
    ("biji", "Biji", "碧鸡", 24.965, 102.625, 50000),
    ("haikou", "Haikou", "海口", 24.790, 102.565, 68000),
    ("tuanjie", "Tuanjie", "团结", 25.090, 102.545, 27746),
]
REMOTE = {"haikou", "tuanjie"}

# --- what is estimated or made up ---------------------------------------------------------------------------------

# Travellers from Hubei found per day, falling after the travel ban of 23 January.
ARRIVALS = [90, 85, 75, 62, 50, 40, 32, 26, 21, 17, 14, 12, 10, 9, 8, 8, 7, 7, 6, 6, 6, 5, 5, 5, 5, 5, 5, 5]

# Community health centres: id, English, Chinese, zone, offset of latitude and longitude, staff.
CENTRES = [
    ("chc-jinbi", "Jinbi", "金碧", "jinbi", 0.002, 0.001, 34),
    ("chc-yongchang", "Yongchang", "永昌", "yongchang", -0.002, 0.001, 36),
    ("chc-qianwei", "Qianwei", "前卫", "qianwei", 0.004, -0.002, 38),
    ("chc-guangfu", "Qianwei Guangfu", "前卫广福", "qianwei", -0.014, 0.008, 32),
    ("chc-fuhai", "Fuhai", "福海", "fuhai", 0.003, 0.002, 40),
    ("chc-zongshuying", "Zongshuying", "棕树营", "zongshuying", 0.001, -0.002, 32),
    ("chc-xiyuan", "Xiyuan", "西苑", "xiyuan", -0.001, -0.002, 28),
    ("chc-majie", "Majie", "马街", "majie", 0.003, 0.004, 36),
    ("chc-chunyulu", "Majie Chunyulu", "马街春雨路", "majie", 0.006, -0.012, 28),
    ("chc-biji", "Biji", "碧鸡", "biji", 0.004, 0.003, 26),
    ("chc-haikou", "Haikou", "海口", "haikou", -0.002, 0.003, 32),
    ("chc-tuanjie", "Tuanjie", "团结", "tuanjie", -0.004, 0.005, 24),
]

CHECKPOINTS = [
    ("checkpoint-gaoqiao", "Gaoqiao checkpoint", "高峣卡点", "biji", 0.012, 0.004, 0),
    ("checkpoint-biji", "Biji Pass checkpoint", "碧鸡关卡点", "majie", -0.012, -0.022, 0),
    ("checkpoint-qianwei", "Qianwei South checkpoint", "前卫南卡点", "qianwei", -0.022, 0.004, 0),
    ("checkpoint-haikou", "Haikou checkpoint", "海口卡点", "haikou", 0.012, 0.010, 1),
    ("checkpoint-tuanjie", "Tuanjie checkpoint", "团结卡点", "tuanjie", -0.010, 0.016, 3),
]

# Candidate quarantine sites: id, English, Chinese, kind, zone, offsets, rooms, set-up days, cost of opening.
SITES = [
    ("site-jinbi", "Jinbi hotel", "金碧酒店", "hotel", "jinbi", 0.004, -0.003, 120, 1, 60000),
    ("site-yongchang", "Yongchang hotel", "永昌酒店", "hotel", "yongchang", 0.003, -0.004, 90, 1, 45000),
    ("site-qianwei", "Qianwei hotel", "前卫酒店", "hotel", "qianwei", -0.006, -0.003, 150, 2, 75000),
    ("site-qianwei-dormitory", "Qianwei dormitory", "前卫宿舍", "dormitory", "qianwei", -0.010, 0.006, 100, 3, 30000),
    ("site-fuhai", "Fuhai lakeside hotel", "福海湖滨酒店", "hotel", "fuhai", -0.006, -0.004, 160, 2, 80000),
    ("site-zongshuying", "Zongshuying hotel", "棕树营酒店", "hotel", "zongshuying", -0.003, 0.002, 60, 1, 30000),
    ("site-xiyuan", "Xiyuan hotel", "西苑酒店", "hotel", "xiyuan", 0.003, 0.003, 50, 1, 25000),
    ("site-majie-dormitory", "Majie company dormitory", "马街企业宿舍", "dormitory", "majie", 0.008, -0.006, 110, 3, 33000),
    ("site-biji", "Biji hill hotel", "碧鸡山庄", "hotel", "biji", -0.010, -0.004, 60, 2, 30000),
    ("site-haikou", "Haikou guest house", "海口招待所", "hotel", "haikou", 0.004, -0.004, 30, 1, 15000),
]

ITEMS = [  # id, English, Chinese, unit, units a pack, litres a pack
    ("respirator", "Respirator (KN95 or N95)", "医用防护口罩", "piece", 1, 0.2),
    ("medicalMask", "Medical mask", "医用外科口罩", "piece", 10, 0.24),
    ("gown", "Protective gown", "防护服", "piece", 1, 1.6),
    ("gloves", "Examination gloves", "检查手套", "pair", 50, 1.5),
    ("faceShield", "Face shield", "防护面屏", "piece", 1, 0.8),
    ("goggles", "Goggles, counted in uses (one pair lasts ten)", "护目镜（按次，每副十次）", "use", 10, 0.6),
    ("apron", "Disposable apron", "一次性围裙", "piece", 20, 1.5),
    ("handRub", "Alcohol hand rub", "手消毒液", "ml", 500, 0.7),
    ("soap", "Liquid soap", "洗手液", "ml", 500, 0.7),
    ("biohazardBag", "Biohazard bag", "医疗废物袋", "piece", 50, 2.0),
    ("disinfectant", "Chlorine disinfectant, ready to dilute", "含氯消毒剂", "l", 5, 5.5),
    ("testKit", "Nucleic acid test", "核酸检测试剂", "test", 24, 1.0),
]

KITS = [  # id, English, Chinese, items
    ("kit-ward", "Isolation ward", "隔离病房", {
        "respirator": 1, "medicalMask": 4, "gown": 1, "gloves": 24, "faceShield": 1, "goggles": 1, "apron": 1}),
    ("kit-screening", "Fever clinic and triage", "发热门诊", {
        "respirator": 1, "medicalMask": 4, "gown": 2, "gloves": 8, "goggles": 1}),
    ("kit-laboratory", "Laboratory", "实验室", {
        "respirator": 1, "medicalMask": 4, "gown": 2, "gloves": 8, "faceShield": 2}),
    ("kit-sampling", "Sampling", "采样", {"respirator": 1, "gown": 2, "gloves": 8, "faceShield": 1, "goggles": 1}),
    ("kit-ambulance", "Ambulance", "急救转运", {"respirator": 1, "medicalMask": 4, "gown": 1, "gloves": 4, "goggles": 1}),
    ("kit-cleaner", "Cleaner in an infected area", "污染区保洁", {"medicalMask": 4, "gown": 1, "faceShield": 1, "goggles": 1}),
    ("kit-site", "Medical worker at a quarantine site", "集中观察点医务", {
        "respirator": 1, "medicalMask": 3, "gown": 1, "gloves": 8, "faceShield": 1}),
    ("kit-home", "Health worker of a monitoring team", "入户医学观察", {
        "respirator": 1, "medicalMask": 2, "gown": 1, "gloves": 8}),
    ("kit-disinfection", "Disinfection", "消毒", {
        "respirator": 1, "gown": 1, "gloves": 4, "goggles": 1, "disinfectant": 5}),
    ("kit-desk", "Triage desk, checkpoint", "预检、卡点", {"medicalMask": 4, "gloves": 8}),
    ("kit-outreach", "Police, sub-district workers, drivers", "民警、社区、司机", {"medicalMask": 2, "gloves": 2}),
    ("kit-routine", "Ordinary care", "日常诊疗", {"medicalMask": 2, "gloves": 8}),
]

SKILLS = [
    ("doctor", "Doctor", "医师"), ("nurse", "Nurse", "护士"), ("feverDoctor", "Doctor drilled for infectious diseases", "感染科医师"),
    ("infectionNurse", "Nurse drilled for the isolation ward", "感染科护士"), ("publicHealth", "Public-health worker", "公卫人员"),
    ("labTechnician", "Laboratory technician", "检验师"), ("epidemiologist", "Epidemiologist", "流行病学调查员"),
    ("sampler", "Sampler", "采样员"), ("disinfector", "Disinfector", "消毒员"), ("driver", "Driver", "司机"),
    ("cleaner", "Cleaner", "保洁员"), ("inspector", "Health inspector", "卫生监督员"), ("logistics", "Store keeper", "物资保障员"),
    ("communityWorker", "Sub-district worker", "社区工作者"), ("policeOfficer", "Police officer", "民警"),
]

SHIFTS = [  # id, English, Chinese, start, minutes
    ("day8", "Day, 8 h", "白班", "08:00", 480), ("late8", "Late, 8 h", "中班", "16:00", 480), ("night8", "Night, 8 h", "夜班", "00:00", 480),
    ("ppe1", "Protective clothing, morning, 6 h", "防护早班", "08:00", 360), ("ppe2", "Protective clothing, afternoon, 6 h", "防护午班", "14:00", 360),
    ("ppe3", "Protective clothing, evening, 6 h", "防护晚班", "20:00", 360), ("ppe4", "Protective clothing, night, 6 h", "防护夜班", "02:00", 360),
    ("long12day", "Day, 12 h", "长白班", "08:00", 720), ("long12night", "Night, 12 h", "长夜班", "20:00", 720),
    ("duty24", "On-call duty, 24 h", "二十四小时值班", "08:00", 1440),
]

CONTRACTS = [  # id, English, Chinese, normal and greatest minutes a week, rest, consecutive days, shift types
    ("full-time", "Full time", "全职", 2400, 3600, 660, 6, ["day8", "late8", "ppe1", "ppe2", "long12day", "long12night"]),
    ("hospital-shifts", "Full time, all shifts", "全职轮班", 2400, 3600, 660, 6, [
        "day8", "late8", "night8", "ppe1", "ppe2", "ppe3", "ppe4", "long12day", "long12night"]),
    ("part-time", "Part time", "兼职", 1200, 1800, 720, 4, ["day8", "late8", "ppe1", "ppe2"]),
    ("cdc-on-call", "Full time with 24-hour duty", "疾控值班", 2400, 3600, 720, 6, ["day8", "late8", "ppe1", "ppe2", "duty24"]),
    ("sub-district", "Sub-district office", "街道办", 2400, 3600, 660, 6, ["day8", "late8", "long12day", "long12night"]),
    ("police", "Police", "公安", 2400, 3600, 660, 6, ["day8", "late8", "night8", "long12day", "long12night"]),
]

# Staff of the large places by leading skill; a centre's are shares of its headcount.
HOSPITAL_STAFF = {
    "doctor": 104, "nurse": 194, "labTechnician": 24, "cleaner": 30, "driver": 14, "disinfector": 10, "logistics": 6, "publicHealth": 4}
CDC_STAFF = {"epidemiologist": 38, "sampler": 16, "labTechnician": 8, "disinfector": 12, "driver": 6, "logistics": 2}
INSPECTION_STAFF = {"inspector": 34, "driver": 8}
STORE_STAFF = {"logistics": 10, "driver": 4}
SUB_DISTRICT_WORKERS = 16
# Haikou is out of reach of the other stations and has to man its checkpoint alone.
POLICE_OFFICERS = {"jinbi": 12, "yongchang": 12, "qianwei": 13, "fuhai": 13, "zongshuying": 12, "xiyuan": 12, "majie": 14, "biji": 12,
                   "haikou": 18, "tuanjie": 12}

# Quantities on hand on the first morning and on the way (day of arrival, quantity), for the whole district.
SUPPLY = {
    "respirator": (1050, [(8, 500), (13, 550), (18, 400), (24, 300)]),
    "medicalMask": (18000, [(5, 9000), (10, 12000), (16, 12000), (22, 11000)]),
    "gown": (1400, [(8, 850), (13, 900), (19, 850)]),
    "gloves": (60000, [(7, 30000), (14, 30000), (21, 30000)]),
    "faceShield": (1400, [(6, 1000), (12, 1000), (18, 1000)]),
    "goggles": (1600, [(9, 1500), (18, 1500)]),
    "apron": (1000, []),
    "handRub": (400000, [(10, 300000)]),
    "soap": (300000, []),
    "biohazardBag": (5000, [(9, 3000), (16, 2500)]),
    "disinfectant": (2800, [(7, 1800), (15, 1800)]),
    "testKit": (960, [(6, 240), (12, 240)]),
}

SOURCES = [
    ("", "invention", "An example, not a record: the setting, the names of sub-districts and the course of the epidemic are real, the "
     "resources are not. Nothing in it describes a real person, a real stock or a real institution's performance."),
    ("/epidemic/newCases", "fact", "Kunming, daily differences of the cumulative confirmed cases of 23 January to 20 February 2020 reported by "
     "the National and Yunnan Health Commissions, as collected in github.com/canghailan/Wuhan-2019-nCoV (MIT)."),
    ("/epidemic/districtShare", "estimate", "Xishan's 961 thousand of the 5,334 thousand residents of Kunming's five urban districts (2020 census) "
     "are 0.18; cases are taken to follow the population."),
    ("/epidemic/arrivals", "estimate", "Travellers from Hubei. The district reported a rising number of visitors from Wuhan (Xishan District Health Bureau, "
     "February 2020) but no count; the series is ours and falls with the travel ban of 23 January."),
    ("/epidemic/rates/contactsPerCase", "estimate", "30 instead of the national 8: with a few dozen imported cases in a city, fellow travellers of trains, "
     "coaches and hotels are traced too; provinces with few cases traced several times the national ratio."),
    ("/epidemic/rates/suspectedPerCase", "estimate", "20, twice the default: in a city with few cases most of those examined turn out negative."),
    ("/zones", "estimate", "Names of the ten sub-districts are public (National Bureau of Statistics codes 530112001 to 530112010, as in "
     "github.com/modood/Administrative-divisions-of-China); the total of 960,746 is the 2020 census; shares and centre points are estimates."),
    ("/facilities", "invention", "The centres bear names of sub-districts and communities, and the district does have a People's Hospital with a fever "
     "clinic, a centre for disease control and a health inspection bureau; positions, stores and checkpoints are made up. The hospital's 188 tests a day are what "
     "WHO's Essential Supplies Forecasting Tool v4 takes a laboratory to do by hand in 8 h; its 24 isolation beds are made up."),
    ("/policy/lendingShare", "estimate", "Centres, offices and police stations were put under one command (Xishan District Health Bureau, 2020); a quarter "
     "of a unit's hours stays at home for work that this document does not list."),
    ("/policy/quarantine/lengthDays", "fact", "14 days: National Health Commission of China, prevention and control protocol, January 2020."),
    ("/items", "estimate", "Pack sizes and volumes are typical of the trade. Respirators, gowns and face shields are counted out singly, as scarce "
     "articles were; the others move in the smallest bag, box or bottle."),
    ("/kits", "estimate", "Quantities per worker and day of the WHO COVID-19 Essential Supplies Forecasting Tool v4 (inpatient worker gown 1, gloves 24, "
     "mask 4, respirator 1, shield 1, goggles 0.1 and so one of a pair's ten uses, apron 1; screening gown 2, gloves 8, mask 4; laboratory gown 2, gloves 8, mask 4, shield 2; ambulance gown 1, "
     "gloves 4, mask 4; cleaner gown 1, mask 4, shield 1). Ours: a respirator also in fever clinic, laboratory, sampling, ambulance, disinfection and household visits, as was the "
     "practice in China; 2 masks for ordinary care (WHO: 4) and none of its gowns; sites after Pakistan's forecast form (1 respirator, gown and shield, 3 masks)."),
    ("/burnRates", "estimate", "Patients' masks 1 per screening visit and 2 per isolation patient and day, hand rub 33 ml and soap 17 ml per health worker and "
     "day, 0.5 biohazard bags: WHO Essential Supplies Forecasting Tool v4. Masks for other patients and disinfectant of centres are ours."),
    ("/candidateSites", "invention", "Hotels and dormitories are made up; set-up times and costs too. "
     "Medical lines lie between two local rules: 2 doctors and 2 nurses per 50 guests and shift (Zhengzhou, February 2020) and at least 2 medical workers "
     "per 50 (Zhangjiajie): here 1 doctor and 2 nurses per 50. Cleaner, guard and sub-district worker are ours; a guest uses 1 mask and 10 ml of hand rub a day (WHO)."),
    ("/duties", "estimate", "The kinds of work are those the Xishan District Health Bureau reported in February 2020. Fever clinic 0.5 nurse hours per visit, ward 3.5 nurse "
     "and 1.0 doctor hours per patient and day (WHO Health Workforce Estimator); 188 manual tests per laboratory in 8 h (WHO) shared by four technicians. "
     "Inspection: 501 person-trips in 153 vehicles over about eleven days were reported, here eight crews a day. All other ratios are ours."),
    ("/staff", "invention", "More than 1,200 medical workers were reported on duty; here 1,200 people in all stand for the district's health system and "
     "the sub-district workers and police officers of the joint teams. Skills, homes and contracts are made up."),
    ("/absences", "invention", "In reality all leave was cancelled. The baseline lets the Spring Festival leave stand, so that cancelling it can be "
     "compared: 24 January was the first day of the holiday, which was extended to 2 February."),
    ("/stockLots", "invention", "Made up so that respirators and gowns run short in the second week."),
    ("/shipments", "invention", "Made up: deliveries from the province that do not suffice."),
    ("/lanes", "invention", "Same day inside the town, a day to Haikou and Tuanjie; lorry volumes are made up."),
]


# --- the document -------------------------------------------------------------------------------------------------

CENTRE_OF = {zone[0]: point(zone[3], zone[4]) for zone in SUB_DISTRICTS}


def near(zone, latitude, longitude):
    centre = CENTRE_OF[zone]
    return point(centre["latitude"] + latitude, centre["longitude"] + longitude)


def facility(identifier, en, zh, kind, organisation, zone, latitude, longitude, **more):
    return {"id": identifier, "name": name(en, zh), "kind": kind, "organisation": organisation, "zone": zone,
            "location": near(zone, latitude, longitude), **more}


def facilities():
    result = [
        facility("store", "District store", "区物资仓库", "warehouse", "health", "xiyuan", -0.004, -0.008),
        facility("hospital", "Xishan People's Hospital", "西山区人民医院", "hospital", "health", "majie", 0.004, 0.012,
                 testsPerDay=188, isolationBeds=24),
        facility("cdc", "Xishan Centre for Disease Control", "西山区疾病预防控制中心", "diseaseControlCentre", "health", "xiyuan", -0.003, 0.004),
        facility("inspection", "Health Inspection Bureau", "西山区卫生综合监督执法局", "office", "health", "zongshuying", 0.002, 0.003),
    ]
    for identifier, en, zh, zone, latitude, longitude, _ in CENTRES:
        result.append(facility(identifier, en + " Community Health Centre", zh + "社区卫生服务中心", "communityHealthCentre",
                               "health", zone, latitude, longitude))
    for identifier, en, zh, zone, latitude, longitude, _ in CHECKPOINTS:
        result.append(facility(identifier, en, zh, "checkpoint", "police", zone, latitude, longitude))
    for zone, en, zh, *_ in SUB_DISTRICTS:
        result.append(facility("office-" + zone, en + " Sub-district Office", zh + "街道办事处", "office", "subdistrict", zone, -0.001, 0.001))
    for zone, en, zh, *_ in SUB_DISTRICTS:
        result.append(facility("police-" + zone, en + " Police Station", zh + "派出所", "policeStation", "police", zone, 0.001, -0.001))
    return result


def line(identifier, skill, heads, priority, kit=None, organisation=None, driver=None, units=None):
    result = {"id": identifier, "skill": skill, "heads": heads, "priorityClass": priority}
    if kit:
        result["kit"] = kit
    if organisation:
        result["organisation"] = organisation
    if driver:
        result["workload"] = {"driver": driver, "unitsPerHead": units}
    return result


def duty(identifier, en, zh, kind, place, shifts, lines, **more):
    return {"id": identifier, "name": name(en, zh), "kind": kind, "place": place, "shifts": shifts, **more, "lines": lines}


AROUND_THE_CLOCK = ["ppe1", "ppe2", "ppe3", "ppe4"]


def hospital_duties():
    return [
        duty("fever-clinic", "Fever clinic", "发热门诊", "feverClinic", "hospital", AROUND_THE_CLOCK, [
            line("doctor", "feverDoctor", 1, 1, "kit-screening", None, "feverVisits", 72),
            line("nurse", "infectionNurse", 2, 1, "kit-screening", None, "feverVisits", 48),
            line("cleaner", "cleaner", 1, 1, "kit-cleaner")]),
        duty("isolation-ward", "Isolation ward", "隔离病房", "isolationWard", "hospital", AROUND_THE_CLOCK, [
            line("doctor", "feverDoctor", 1, 1, "kit-ward", None, "isolationPatients", 24),
            line("nurse", "infectionNurse", 2, 1, "kit-ward", None, "isolationPatients", 6.8),
            line("cleaner", "cleaner", 1, 1, "kit-cleaner")]),
        duty("laboratory", "Nucleic acid laboratory", "核酸检测实验室", "laboratory", "hospital", ["day8", "late8"], [
            line("technician", "labTechnician", 2, 1, "kit-laboratory", None, "samples", 47)]),
        duty("ambulance", "Ambulance transfers (120)", "120转运", "ambulance", "hospital", ["day8", "late8", "night8"], [
            line("driver", "driver", 1, 1, "kit-ambulance"), line("nurse", "nurse", 1, 1, "kit-ambulance")],
            together=True, teamWorkload={"driver": "isolationPatients", "unitsPerHead": 12}),
        duty("hospital-disinfection", "Hospital disinfection", "院内消毒", "disinfection", "hospital", ["day8", "late8"], [
            line("crew", "disinfector", 2, 3, "kit-disinfection")]),
        duty("hospital-waste", "Medical waste of the hospital", "医院医疗废物处置", "medicalWaste", "hospital", ["day8"], [
            line("driver", "driver", 1, 3, "kit-outreach"), line("cleaner", "cleaner", 2, 3, "kit-cleaner")]),
        duty("hospital-day", "Wards and outpatients by day", "医院日间诊疗", "routineCare", "hospital", ["day8"], [
            line("doctor", "doctor", 44, 4, "kit-routine"), line("nurse", "nurse", 62, 4, "kit-routine"),
            line("technician", "labTechnician", 6, 4, "kit-routine"), line("cleaner", "cleaner", 6, 4, "kit-outreach")]),
        duty("hospital-night", "Wards and emergencies by night", "医院夜间诊疗", "routineCare", "hospital", ["late8", "night8"], [
            line("doctor", "doctor", 8, 4, "kit-routine"), line("nurse", "nurse", 20, 4, "kit-routine")]),
    ]


def bureau_duties():
    result = [
        duty("cdc-desk", "24-hour epidemic duty desk", "疾控二十四小时值班", "command", "cdc", ["duty24"], [
            line("epidemiologist", "epidemiologist", 2, 1)]),
        duty("tracing", "Case investigation and contact tracing", "流行病学调查", "contactTracing", "cdc", ["day8", "late8"], [
            line("epidemiologist", "epidemiologist", 3, 2, "kit-desk", None, "newContacts", 11),
            line("driver", "driver", 1, 2, "kit-outreach")]),
        duty("sampling", "Sample collection and delivery", "采样送样", "sampling", "cdc", ["ppe1", "ppe2"], [
            line("sampler", "sampler", 2, 2, "kit-sampling", None, "samples", 12), line("driver", "driver", 1, 2, "kit-outreach")]),
        duty("terminal-disinfection", "Terminal disinfection crews", "终末消毒", "disinfection", "cdc", ["day8"], [
            line("crew", "disinfector", 6, 3, "kit-disinfection", None, "newContacts", 10), line("driver", "driver", 1, 3, "kit-outreach")]),
        duty("logistics", "Store and deliveries", "物资保障", "logistics", "store", ["day8", "late8"], [
            line("keeper", "logistics", 3, 3, "kit-outreach"), line("driver", "driver", 2, 3, "kit-outreach")]),
        duty("centre-waste", "Medical waste of the centres", "社区医疗废物收运", "medicalWaste", "store", ["day8"], [
            line("driver", "driver", 1, 3, "kit-outreach"), line("collector", "cleaner", 1, 3, "kit-cleaner")],
            weekdays=["monday", "wednesday", "friday", "sunday"]),
    ]
    for area, en, zh in [("centre", "old town", "老城"), ("lake", "lake shore", "滇池沿岸"), ("west", "west", "西部"), ("markets", "markets and schools", "市场学校")]:
        result.append(duty("inspection-" + area, "Inspection round, " + en, "卫生监督巡查（" + zh + "）", "inspection", "inspection", ["day8", "late8"], [
            line("inspector", "inspector", 3, 3, "kit-outreach"), line("driver", "driver", 1, 3, "kit-outreach")], together=True))
    return result


def centre_duties():
    result = []
    leading = set()
    for identifier, en, zh, zone, _, _, staff in CENTRES:
        short = identifier[4:]
        result.append(duty("triage-" + short, "Triage desk, " + en, zh + "预检分诊", "other", identifier, ["day8", "late8"], [
            line("nurse", "nurse", 1, 2, "kit-desk")]))
        result.append(duty("routine-" + short, "Ordinary care, " + en, zh + "日常诊疗", "routineCare", identifier, ["day8"], [
            line("doctor", "doctor", max(3, staff * 17 // 100), 4, "kit-routine"),
            line("nurse", "nurse", max(3, staff * 19 // 100), 4, "kit-routine")]))
        result.append(duty("disinfection-" + short, "Disinfection crew, " + en, zh + "消毒", "disinfection", identifier, ["day8"], [
            line("crew", "disinfector", 2, 3, "kit-disinfection")]))
        if zone in leading:
            continue
        leading.add(zone)
        result.append(duty("monitoring-" + zone, "Household monitoring, " + en, zh + "入户医学观察", "homeMonitoring", identifier, ["day8"], [
            line("health", "publicHealth", 1, 2, "kit-home", "health"),
            line("worker", "communityWorker", 1, 2, "kit-outreach", "subdistrict"),
            line("officer", "policeOfficer", 1, 2, "kit-outreach", "police")],
            together=True, zones=[zone], teamWorkload={"driver": "homeMonitored", "unitsPerHead": 25}))
    return result


def outreach_duties():
    result = []
    for identifier, en, zh, _, _, _, first_day in CHECKPOINTS:
        more = {"from": day(first_day)} if first_day else {}
        result.append(duty("post-" + identifier[11:], en, zh, "checkpoint", identifier, ["long12day", "long12night"], [
            line("health", "publicHealth", 1, 2, "kit-desk", "health"),
            line("officer", "policeOfficer", 2, 2, "kit-outreach", "police"),
            line("worker", "communityWorker", 1, 2, "kit-outreach", "subdistrict")], **more))
    for zone, en, zh, *_ in SUB_DISTRICTS:
        result.append(duty("reporting-" + zone, "Reporting desk, " + en, zh + "排查统计", "other", "office-" + zone, ["day8"], [
            line("worker", "communityWorker", 2, 3)]))
    return result


def site_line(identifier, skill, fixed, guests_per_head, kit, organisation=None):
    result = {"id": identifier, "skill": skill, "fixedHeads": fixed}
    if guests_per_head:
        result["guestsPerHead"] = guests_per_head
    result.update({"priorityClass": 2, "kit": kit})
    if organisation:
        result["organisation"] = organisation
    return result


def candidate_sites():
    result = []
    for identifier, en, zh, kind, zone, latitude, longitude, rooms, set_up, cost in SITES:
        result.append({
            "id": identifier, "name": name(en, zh), "kind": kind, "zone": zone, "location": near(zone, latitude, longitude),
            "rooms": rooms, "setUpDays": set_up, "openingCost": cost, "shifts": ["long12day", "long12night"],
            "lines": [
                site_line("doctor", "doctor", 1, 50, "kit-site"), site_line("nurse", "nurse", 1, 25, "kit-site"),
                site_line("cleaner", "cleaner", 1, 80, "kit-cleaner"),
                site_line("guard", "policeOfficer", 1, 60, "kit-outreach", "police"),
                site_line("worker", "communityWorker", 1, 80, "kit-outreach", "subdistrict")],
            "guestNeeds": [
                {"item": "medicalMask", "perGuestDay": 1, "priorityClass": 2},
                {"item": "handRub", "perGuestDay": 10, "priorityClass": 3},
                {"item": "biohazardBag", "perGuestDay": 0.5, "priorityClass": 3}]})
    return result


def burn_rates():
    result = []

    def burn(place, item, priority, per_day=0, driver=None, per_unit=None):
        rate = {"id": "burn-%s-%s%s" % (place, item, "-" + driver if driver else ""), "place": place, "item": item, "priorityClass": priority}
        if per_day:
            rate["perDay"] = per_day
        if driver:
            rate.update({"driver": driver, "perDriverUnit": per_unit})
        result.append(rate)

    burn("hospital", "medicalMask", 1, 0, "feverVisits", 1)
    burn("hospital", "medicalMask", 1, 0, "isolationPatients", 2)
    burn("hospital", "testKit", 1, 0, "samples", 1)
    burn("hospital", "biohazardBag", 2, 60, "isolationPatients", 1)
    burn("hospital", "handRub", 3, 200 * 33)
    burn("hospital", "soap", 3, 200 * 17)
    burn("cdc", "handRub", 3, 50 * 33)
    for identifier, *_, staff in CENTRES:
        heads = staff * 6 // 10
        burn(identifier, "medicalMask", 4, heads)
        burn(identifier, "handRub", 3, heads * 33)
        burn(identifier, "soap", 3, heads * 17)
        burn(identifier, "biohazardBag", 3, heads // 2)
        burn(identifier, "disinfectant", 3, 3)
    return result


def pack_of(item):
    return next(entry[4] for entry in ITEMS if entry[0] == item)


def whole_packs(item, quantity):
    return quantity // pack_of(item) * pack_of(item)


def stock_lots():
    """The store holds about half, the hospital and the centres some days' worth, checkpoints and sites nothing."""
    result = []

    def lot(place, item, quantity, expires=None):
        quantity = whole_packs(item, quantity)
        if quantity > 0:
            result.append({"place": place, "item": item, "quantity": quantity, **({"expires": expires} if expires else {})})

    at_centre = {"respirator", "medicalMask", "gown", "gloves", "faceShield", "goggles", "handRub", "soap", "biohazardBag", "disinfectant"}
    staff = sum(centre[6] for centre in CENTRES)
    for item, (total, _) in SUPPLY.items():
        hospital = total * (90 if item == "testKit" else 28) // 100
        cdc = 0 if item in ("testKit", "apron", "soap", "biohazardBag") else total * 8 // 100
        centres = total * 20 // 100 if item in at_centre else 0
        # Some of the reserve of an earlier season ends inside the horizon.
        ageing = total * 12 // 100 if item in ("respirator", "medicalMask", "gown", "disinfectant") else 0
        lot("store", item, ageing, day(9 if item == "respirator" else 13))
        lot("hospital", item, hospital // 4 if item in ("gloves", "testKit") else 0, day(11))
        lot("hospital", item, hospital - hospital // 4 if item in ("gloves", "testKit") else hospital)
        lot("cdc", item, cdc)
        for identifier, *_, heads in CENTRES:
            lot(identifier, item, centres * heads // staff)
        placed = sum(entry["quantity"] for entry in result if entry["item"] == item)
        lot("store", item, total - placed)
    return result


def shipments():
    result = []
    for item, (_, arrivals) in SUPPLY.items():
        for number, (offset, quantity) in enumerate(arrivals, 1):
            result.append({"id": "ship-%s-%d" % (item, number), "item": item, "to": "hospital" if item == "testKit" else "store",
                           "quantity": whole_packs(item, quantity), "arrives": day(offset)})
    return result


def lanes():
    result = []

    def lane(origin, target, lead=0, litres=None):
        entry = {"from": origin, "to": target}
        if lead:
            entry["leadTimeDays"] = lead
        if litres:
            entry["capacityLitresPerDay"] = litres
        result.append(entry)

    zone_of = {entry[0]: entry[3] for entry in CENTRES + CHECKPOINTS}
    zone_of.update({entry[0]: entry[4] for entry in SITES})
    lane("store", "hospital")
    lane("store", "cdc")
    lane("store", "inspection")
    for place, zone in zone_of.items():
        remote = zone in REMOTE
        lane("store", place, 1 if remote else 0, 600 if remote else 2000 if place.startswith("site") else None)
    main = {}
    for identifier, _, _, zone, *_ in CENTRES:
        main.setdefault(zone, identifier)
    for place, zone in zone_of.items():
        if place != main[zone]:
            lane(main[zone], place, 0, 300)
    for place in ["cdc", "chc-majie", "chc-xiyuan", "chc-biji"]:
        lane("hospital", place, 0, 500)
    lane("chc-majie", "hospital", 0, 500)
    lane("cdc", "store")
    return result


class People:
    """Numbers the people skill by skill and remembers them in the order of hiring."""

    def __init__(self):
        self.staff = []
        self.counts = {}

    def hire(self, home, leading, contract, further=(), lendable=True):
        self.counts[leading] = self.counts.get(leading, 0) + 1
        stem = {"labTechnician": "technician", "publicHealth": "public-health", "communityWorker": "worker", "policeOfficer": "officer"}.get(leading, leading)
        entry = {"id": "%s-%04d" % (stem, self.counts[leading]), "home": home, "skills": [leading, *further], "contract": contract}
        if not lendable:
            entry["lendable"] = False
        self.staff.append(entry)


def hospital_contract(skill, number):
    if skill in ("logistics", "publicHealth"):
        return "full-time"
    return "part-time" if skill in ("doctor", "nurse") and number % 17 == 0 else "hospital-shifts"


def hospital_further(skill, number):
    """Second skills: 28 drilled doctors and 68 drilled nurses, some samplers, disinfectors who also clean."""
    if skill == "doctor":
        return ["feverDoctor"] if number % 4 == 1 and number < 112 else []
    if skill == "nurse":
        return (["infectionNurse"] if number % 11 in (1, 4, 6, 9) else []) + (["sampler"] if number % 23 == 2 else [])
    if skill == "labTechnician":
        return ["sampler"] if number % 6 == 0 else []
    return ["cleaner"] if skill == "disinfector" else []


def centre_roles(staff):
    """A centre's staff by leading skill; nurses take what the other shares leave."""
    roles = {"doctor": staff * 28 // 100, "nurse": 0, "publicHealth": staff * 19 // 100, "labTechnician": 1,
             "disinfector": max(2, staff * 8 // 100), "cleaner": max(2, staff * 7 // 100), "driver": 1}
    roles["nurse"] = staff - sum(roles.values())
    return roles


def hire_everyone():
    people = People()
    for skill, count in HOSPITAL_STAFF.items():
        for number in range(1, count + 1):
            people.hire("hospital", skill, hospital_contract(skill, number), hospital_further(skill, number))
    for skill, count in CDC_STAFF.items():
        for number in range(1, count + 1):
            further = {"epidemiologist": ["publicHealth"] if number % 3 == 0 else [], "sampler": ["disinfector"] if number % 4 == 0 else [],
                       "labTechnician": ["sampler"]}.get(skill, [])
            people.hire("cdc", skill, "cdc-on-call" if skill == "epidemiologist" else "full-time", further, skill != "logistics")
    for skill, count in INSPECTION_STAFF.items():
        for number in range(1, count + 1):
            people.hire("inspection", skill, "full-time", ["publicHealth"] if skill == "inspector" and number % 8 == 0 else [])
    for skill, count in STORE_STAFF.items():
        for _ in range(count):
            people.hire("store", skill, "full-time", ["logistics"] if skill == "driver" else [])
    for identifier, *_, staff in CENTRES:
        for skill, count in centre_roles(staff).items():
            for number in range(1, count + 1):
                part_time = skill == "nurse" and number == count
                further = {"doctor": ["publicHealth"] if number % 4 == 0 else [], "nurse": ["publicHealth"] if number % 5 == 0 else
                           ["sampler"] if number == 2 else [], "publicHealth": ["sampler"] if number == 1 else [],
                           "disinfector": ["cleaner"] if number == 1 else []}.get(skill, [])
                people.hire(identifier, skill, "part-time" if part_time else "full-time", further, not part_time)
    for zone, *_ in SUB_DISTRICTS:
        for number in range(SUB_DISTRICT_WORKERS):
            people.hire("office-" + zone, "communityWorker", "sub-district", ["driver"] if number == 0 else [])
    for zone, *_ in SUB_DISTRICTS:
        for _ in range(POLICE_OFFICERS[zone]):
            people.hire("police-" + zone, "policeOfficer", "police")
    if len(people.staff) != HEADCOUNT:
        raise ValueError("hired %d people instead of %d" % (len(people.staff), HEADCOUNT))
    return people.staff


def absences(staff, chance):
    """Leave at Spring Festival for a good third of the health staff, fewer of those drilled for class 1; a few other absences."""
    result = []

    def away(person, first, length, kind):
        result.append({"staff": person["id"], "from": day(first), "to": day(min(DAYS, first + length) - 1), "kind": kind})

    for person in staff:
        skills = set(person["skills"])
        percent = 22 if skills & {"feverDoctor", "infectionNurse"} else 25 if skills & {"policeOfficer", "communityWorker"} else 37
        roll = chance.below(1000)
        if roll < 8:
            away(person, 0, DAYS, "parental")
        elif roll < 14:
            away(person, chance.below(20), 4 + chance.below(5), "sick")
        elif roll < 19:
            away(person, 0, 14 + chance.below(8), "seconded")
        elif chance.chance(percent):
            # Seven in ten leave on the first day; the holiday ends on 2 February, day 9.
            first = 0 if chance.chance(70) else 1 + chance.below(3)
            away(person, first, min(10 - first, 6 + chance.below(5)), "leave")
    return result


def document():
    staff = hire_everyone()
    daily = [KUNMING_CUMULATIVE[0]] + [b - a for a, b in zip(KUNMING_CUMULATIVE, KUNMING_CUMULATIVE[1:])]
    return {
        "schemaVersion": 1,
        "id": "xishan",
        "name": name("Xishan District, Kunming", "昆明市西山区"),
        "sources": [{"appliesTo": pointer, "kind": kind, "text": text} for pointer, kind, text in SOURCES],
        "horizon": {"start": day(0), "days": DAYS},
        "policy": {"travelLimitKm": 15, "lendingShare": 0.75, "quarantine": {
            "lengthDays": 14, "maxDistanceKm": 50, "guestClass": 2, "minimumSiteCover": 0.75}},
        "epidemic": {
            "region": "Kunming", "districtShare": 0.18,
            "newCases": [{"date": day(offset - 1), "count": count} for offset, count in enumerate(daily)],
            "arrivals": [{"date": day(offset), "count": count} for offset, count in enumerate(ARRIVALS)],
            "rates": {"contactsPerCase": 30, "suspectedPerCase": 20}},
        "zones": [{"id": zone, "name": name(en, zh + "街道"), "population": residents, "location": point(latitude, longitude)}
                  for zone, en, zh, latitude, longitude, residents in SUB_DISTRICTS],
        "organisations": [
            {"id": "health", "name": name("District Health Bureau", "区卫生健康局")},
            {"id": "subdistrict", "name": name("Sub-districts", "街道办事处")},
            {"id": "police", "name": name("District Public Security", "区公安分局")}],
        "facilities": facilities(),
        "items": [{"id": item, "name": name(en, zh), "unit": unit, "packSize": pack, "litresPerPack": litres}
                  for item, en, zh, unit, pack, litres in ITEMS],
        "stockLots": stock_lots(),
        "shipments": shipments(),
        "lanes": lanes(),
        "kits": [{"id": kit, "name": name(en, zh), "items": [{"item": item, "quantity": quantity} for item, quantity in contents.items()]}
                 for kit, en, zh, contents in KITS],
        "burnRates": burn_rates(),
        "skills": [{"id": skill, "name": name(en, zh)} for skill, en, zh in SKILLS],
        "shiftTypes": [{"id": shift, "name": name(en, zh), "start": start, "lengthMinutes": minutes} for shift, en, zh, start, minutes in SHIFTS],
        "contracts": [{"id": contract, "name": name(en, zh), "normalMinutesPerWeek": normal, "maxMinutesPerWeek": greatest, "minRestMinutes": rest,
                       "maxConsecutiveDays": days, "shiftTypes": shifts} for contract, en, zh, normal, greatest, rest, days, shifts in CONTRACTS],
        "staff": staff,
        "absences": absences(staff, Lehmer(20200124)),
        "duties": hospital_duties() + bureau_duties() + centre_duties() + outreach_duties(),
        "candidateSites": candidate_sites(),
    }


def pretty(value, indent=0, width=180):
    """JSON with every value on one line that fits there: a person, a lot, an absence each take one."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + indent <= width and not (indent == 2 and isinstance(value, list) and value) or not isinstance(value, (dict, list)):
        return flat
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        parts = ["%s: %s" % (json.dumps(key), pretty(part, indent + 2, width)) for key, part in value.items()]
        return "{\n" + ",\n".join(pad + part for part in parts) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + pretty(part, indent + 2, width) for part in value) + "\n" + " " * indent + "]"


if __name__ == "__main__":
    target = Path(__file__).with_name("xishan.json")
    target.write_bytes((pretty(document()) + "\n").encode("utf-8"))
