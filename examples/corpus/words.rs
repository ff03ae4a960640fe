//! The words that the made-up guides are made of.

pub(crate) const SITE: &str = "title = \"Made-up Careers\"\ndescription = \"Guides to working lives that nobody leads, for measuring.\"\nbase_url = \"https://example.org/\"\nauthors = [\"staff\"]\n";
pub(crate) const HOME: &str =
    "---\ntitle: Made-up Careers\nsummary: Guides to working lives that nobody leads, written by a program to measure another.\n---\n\nNothing here is true.\n";
pub(crate) const RESOURCES: &str =
    "---\ntitle: Resources\nsummary: Every resource that the guides name, in one place and in order of their kind.\ntemplate: resources\n---\n";
pub(crate) const SOURCES: &str = "made-up-pay:\n  publisher: Nobody\n  title: Pay that nobody gets\n  period: May 2026\n  url: https://pay.example/\n  licence: public-domain\n\
                       made-up-outlook:\n  publisher: Nobody\n  title: Years that nobody saw\n  period: 2024 to 2034\n  url: https://years.example/\n  licence: public-domain\n";
pub(crate) const PEOPLE: &str =
    "mara:\n  name: Mara Vell\n  kind: person\njoris:\n  name: Joris Aumann\n  kind: person\nstaff:\n  name: The Staff\n  kind: organization\n";

pub(crate) type Section = (&'static str, &'static str, &'static str, [&'static str; 8]);

/// Slug, title, what the field is about, roles.
pub(crate) const SECTIONS: &[Section] = &[
    (
        "care",
        "Care",
        "looking after people who are ill or old",
        ["Ward Nurse", "Care Aide", "Blood Drawer", "Bone Setter", "Midwife", "Night Sitter", "Hearing Tester", "Dietitian"],
    ),
    (
        "code",
        "Code",
        "making programs and keeping them running",
        ["Compiler Writer", "Web Maker", "Data Keeper", "Bug Hunter", "Release Manager", "Game Maker", "Network Tender", "Support Agent"],
    ),
    (
        "schools",
        "Schools",
        "teaching people of every age",
        ["Class Teacher", "Reading Coach", "Head Teacher", "Lab Teacher", "School Librarian", "Tutor", "Music Teacher", "Course Writer"],
    ),
    (
        "money",
        "Money",
        "counting money and lending it with care",
        ["Bookkeeper", "Loan Adviser", "Tax Clerk", "Risk Analyst", "Auditor", "Claims Clerk", "Payroll Clerk", "Fund Manager"],
    ),
    (
        "law",
        "Law",
        "arguing, recording and advising within the law",
        ["Court Clerk", "Advocate", "Mediator", "Title Searcher", "Notary", "Legal Writer", "Bailiff", "Patent Reader"],
    ),
    (
        "building",
        "Building",
        "putting up houses and keeping them dry",
        ["Bricklayer", "Roofer", "Plumber", "Site Manager", "Glazier", "Crane Driver", "Tiler", "Plasterer"],
    ),
    (
        "factories",
        "Factories",
        "turning raw stuff into goods",
        ["Welder", "Lathe Hand", "Line Planner", "Tool Maker", "Packer", "Foundry Hand", "Printer", "Quality Checker"],
    ),
    (
        "transport",
        "Transport",
        "moving people and freight",
        ["Train Driver", "Bus Driver", "Ship's Mate", "Dispatcher", "Courier", "Pilot", "Dock Hand", "Route Planner"],
    ),
    (
        "kitchens",
        "Kitchens",
        "feeding guests well and on time",
        ["Line Cook", "Baker", "Pastry Cook", "Kitchen Manager", "Butcher", "Waiter", "Cheese Maker", "Menu Planner"],
    ),
    (
        "shops",
        "Shops",
        "selling things face to face",
        ["Shop Manager", "Buyer", "Florist", "Cashier", "Window Dresser", "Bookseller", "Jeweller", "Stock Clerk"],
    ),
    (
        "fields",
        "Fields",
        "growing food and minding animals",
        ["Farm Manager", "Beekeeper", "Shepherd", "Vine Grower", "Soil Tester", "Crop Adviser", "Dairy Hand", "Seed Breeder"],
    ),
    (
        "forests",
        "Forests",
        "minding woods, rivers and what lives there",
        ["Forester", "Park Warden", "Tree Surgeon", "Bird Counter", "River Keeper", "Fire Watcher", "Trail Builder", "Game Keeper"],
    ),
    (
        "stages",
        "Stages",
        "putting on plays, concerts and shows",
        ["Stage Manager", "Set Painter", "Light Designer", "Prop Maker", "Sound Mixer", "Costume Maker", "Prompter", "Usher"],
    ),
    (
        "press",
        "Press",
        "finding out what happened and telling it",
        ["Reporter", "Copy Editor", "Photo Editor", "Fact Checker", "Columnist", "Page Designer", "Archivist", "Podcast Maker"],
    ),
    (
        "labs",
        "Labs",
        "finding out how things work",
        ["Chemist", "Lab Hand", "Field Geologist", "Cell Biologist", "Statistician", "Weather Watcher", "Lens Maker", "Survey Taker"],
    ),
    (
        "rescue",
        "Rescue",
        "answering when something goes wrong",
        ["Fire Fighter", "Ambulance Driver", "Call Taker", "Mountain Guide", "Lifeguard", "Flood Planner", "Dog Handler", "Fire Inspector"],
    ),
    (
        "energy",
        "Energy",
        "making power and bringing it to people",
        ["Line Worker", "Wind Fitter", "Solar Fitter", "Plant Operator", "Grid Planner", "Meter Reader", "Boiler Tender", "Dam Keeper"],
    ),
    (
        "offices",
        "Offices",
        "keeping other people's work in order",
        ["Office Manager", "Archive Clerk", "Planner", "Translator", "Recruiter", "Reception Clerk", "Minute Taker", "Project Clerk"],
    ),
    (
        "travel",
        "Travel",
        "bringing guests somewhere and back",
        ["Tour Guide", "Hotel Manager", "Night Porter", "Travel Agent", "Camp Warden", "Ski Teacher", "Cabin Attendant", "Event Planner"],
    ),
    (
        "crafts",
        "Crafts",
        "making one thing at a time by hand",
        ["Potter", "Joiner", "Bookbinder", "Weaver", "Clock Mender", "Saddler", "Glass Blower", "Violin Maker"],
    ),
];

pub(crate) const KINDS: &[&str] = &[
    "",
    "Senior ",
    "Assistant ",
    "Travelling ",
    "Rural ",
    "City ",
    "Night ",
    "Freelance ",
    "Chief ",
    "Trainee ",
    "Harbour ",
    "Mountain ",
    "Island ",
    "Border ",
    "Hospital ",
    "Factory ",
    "Military ",
    "Museum ",
    "Airport ",
    "Railway ",
    "Seasonal ",
    "Public ",
    "Private ",
    "Mobile ",
    "Regional ",
    "Village ",
    "Field ",
    "Deputy ",
    "Visiting ",
    "Honorary ",
];
pub(crate) const TAGS: &[&str] =
    &["shift-work", "outdoors", "no-degree", "apprenticeship", "remote", "physical", "part-time", "with-people", "alone", "well-paid", "seasonal", "licence"];
pub(crate) const PLACES: &[&str] = &[
    "Public service",
    "Small firms",
    "Large firms",
    "Clinics",
    "Town halls",
    "Workshops",
    "Agencies",
    "Universities",
    "Charities",
    "The armed forces",
    "Own account",
];
pub(crate) const THINGS: &[&str] = &[
    "a written plan",
    "the morning list",
    "a worn tool",
    "the next delivery",
    "an open question",
    "last year's figures",
    "a second opinion",
    "the safety rules",
    "a quiet hour",
];
pub(crate) const PEOPLE_MET: &[&str] = &["new colleagues", "older hands", "customers", "inspectors", "families", "suppliers", "neighbours", "apprentices"];
pub(crate) const TIMES: &[&str] = &[
    "before the first shift",
    "in most weeks",
    "once a month",
    "after a year or two",
    "on the busiest days",
    "at the end of the day",
    "when nobody expects it",
];
pub(crate) const SKILLS: &[&str] =
    &["Patience", "Clear speech", "Steady hands", "Counting", "Planning", "Reading rules", "Listening", "Lifting", "Learning new tools"];
pub(crate) const KINDS_OF_RESOURCE: &[(&str, &str, &str)] = &[
    ("Open Handbook", "book", "what to read first"),
    ("National Guild", "association", "members, meetings and a yearly report"),
    ("Public Register", "government", "who may do the work, and where"),
    ("Evening Course", "training", "two evenings a week for a winter"),
    ("Short Film", "video", "a day at work in ten minutes"),
    ("Job Board", "job-board", "places that are open now"),
    ("Wage Table", "data", "the figures behind the guides"),
];
pub(crate) const DUTIES: &[(&str, &str)] = &[
    ("Opening up", "A {role} begins with {thing} and shares it with {people} {time}."),
    ("Checking", "Every piece is looked at twice, because {place} count on it and {people} ask about it {time}."),
    ("Writing down", "What was done is written into the book with {thing}, so that {people} can follow it."),
    ("Talking", "Much is settled in a few words with {people}, {time} more than ever."),
    ("Mending", "Small things are mended at once; for the rest there is {thing} and a call to {place}."),
    ("Teaching", "Whoever has done it for long shows {people} how, {time}."),
    ("Closing", "The last hour goes to {thing}, to cleaning, and to a word with {people}."),
    ("Ordering", "Supplies for {place} are counted and ordered {time}."),
];
pub(crate) const STEPS: &[&str] = &[
    "Spend a week with {people} in {place} and see what the days are like.",
    "Finish school; for work as a {role} reading and counting matter more than marks.",
    "Find {place} that train beginners, and ask {people} who went there.",
    "Sit the examination with {thing} at hand, {time}.",
    "Stay two years, keep {thing}, and then decide.",
];
pub(crate) const SENTENCES: &[&str] = &[
    "A {role} spends the day {field}, and {time} that means {thing}.",
    "Many people in this work say that {people} are what they like best about it.",
    "In {place} the pace is slower, but {thing} has to be ready {time}.",
    "Nobody learns it from books alone; {people} show the rest {time}.",
    "It helps to like {thing}, since {place} ask for it more often than one would think.",
    "The work changes with the season, and {time} a {role} hardly sits down.",
    "Some begin in {place} and stay for life, others move on {time}.",
    "There is a right way to deal with {people}, and it begins with {thing}.",
    "Where {place} pay more, they also expect {thing} and a willing hand {time}.",
    "Mistakes happen; what counts is that {people} hear of them {time}.",
    "Those who spend their lives {field} seldom talk of {thing}, yet it decides how the week goes.",
    "A good {role} knows when to ask {people} and when to go ahead with {thing}.",
];
