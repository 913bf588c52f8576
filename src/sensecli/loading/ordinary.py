"""Words that are names to some and plain words to all; abbreviations that look like initials."""

# First names that are ordinary words: alone they would be cut out of plain sentences.
FIRST_NAME_WORDS = frozenset(
    "will mark grace hope may rose bill sue art joy frank grant faith iris ivy lily daisy "
    "dawn june april august summer autumn eve sky star pat rob nick jack gene dean earl duke "
    "baron rich rick guy guys drew chase hunter miles chip cliff glen dale heath clay wade "
    "ray penny ruby pearl amber olive hazel holly heather violet jasmine ginger sandy honey "
    "melody harmony charity prudence constance patience victor max dot bob don ken lance "
    "pierce stone sage reed brook brooke robin jay martin christian carol bonnie josh mike "
    "matt jean marina norm barb tally spencer page paige parker carter cooper mason taylor "
    "tanner major royal merry win wren".split()
)
ROLES = frozenset(
    "interviewer interviewee researcher consultant facilitator moderator participant "
    "respondent leader deputy councillor cllr chair chief director manager nurse doctor "
    "team panel group trust board nhs office programme service department unknown "
    "anonymous speaker executive head patient".split()
)
# Parts of double surnames that are ordinary words too.
SURNAME_WORDS = frozenset(
    "ash baker ball banks barber barn bank bean beck bell berry best bird bishop black bloom blue "
    "bond bridge bridges bright broad brown bull bush butcher butler castle chambers church close "
    "cook coral corn court cross dance dark day deal dean door english farmer field fields fisher "
    "flint flood flowers ford forest forward found fowler fox free freeman french friend frost "
    "gardner gates gold golden good goodall great green grey grove hall hand hands hard hart hawk "
    "hill hills hook horn house hunt hurst judge just keen keep key keys king kitchen knight lake "
    "lamb land lane law laws little lock lodge long love low lowe main march marsh mead mill mills "
    "moody moon more moss must noble north nurse park parks peace peel pike plant pond pool poole "
    "potter power powers price prior quick rain read reader rice ridge ring rivers rock room root "
    "rowe rush salt sand savage scales sharp shepherd shore short silver singer small smart snow "
    "south spring spur staff steel still storm street strong summers sweet swift temple thorn "
    "tower towers town trees true vale walker wall walls ward waters weaver weeks well wells west "
    "wheeler white whole wild winter winters wise wolf wood woods work worth young".split()
)
# Initials that are abbreviations to everybody else. Listed in names.csv, they count all the same.
ABBREVIATIONS = frozenset(
    "ai am ba bc bmj bsc ca cc ccg cd ceo cfo cio cmo cno coo cpd cqc cv dc dr ec ed eg ehr emr "
    "eod eu ff fy ga gb gmc gp hca hcp hq hr ic icb icp icu id ie ii iii iq ip ipa it itu iv kpi "
    "la lmc ma mba md mdt mp mri msk na nb nd ng nhs ni nice nmc no ns od ok op or ot oxo pa pc "
    "pcn pct pdf pe ph phd pm po pp ppe pr ps pt qa qi qr ra rcn rd re rn sa si sms sop st tb tbc "
    "tv uk un us usa vat vc vip wc wte".split()
)
# Words of a body's name: a listed name with one of them is no person's.
ORGANISATIONS = frozenset(
    "academy agency alliance association authority borough centre centres charity clinic college "
    "commission committee company consortium council county department directorate district "
    "federation forum foundation group health healthcare hospice hospital hospitals house "
    "infirmary institute limited ltd medical ministry network nhs partners partnership plc "
    "practice programme project region school service services society street surgery system "
    "trust union university ward".split()
)
