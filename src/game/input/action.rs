//! What a person can do with keys, buttons and sticks, by name; and where on the screen each can be done.
//!
//! **Invariant:** an action's name stands in the person's `controls.json` and in the id of its words (`control-NAME`): it never changes.

use std::ops::BitOr;

/// Where an action can be done: one place or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places(u8);

impl Places {
    /// The syringe can be moved.
    pub const HANDS: Self = Self(1);
    /// The mark of an entry point can be moved.
    pub const MARK: Self = Self(2);
    /// A finger massages.
    pub const MASSAGE: Self = Self(4);
    /// The preparation bench is open.
    pub const BENCH: Self = Self(8);
    /// The atlas.
    pub const ATLAS: Self = Self(16);
    /// The debrief.
    pub const DEBRIEF: Self = Self(32);
    /// Buttons, lists and sliders have the keyboard.
    pub const PANELS: Self = Self(64);
    /// The pen draws on the skin.
    pub const DRAW: Self = Self(128);
    /// Everything at the patient.
    pub const PROCEDURE: Self = Self(1 | 2 | 4);
    /// Wherever a patient can be looked at.
    pub const SCENE: Self = Self(1 | 2 | 4 | 16 | 32 | 128);
    /// All of them.
    pub const ALL: Self = Self(255);

    /// Whether both have a place in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Places {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The parts of the list of controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The hand that holds the syringe.
    Hand,
    /// The mark, the finger, and what is done once.
    Skin,
    /// Where the eye stands and what it sees.
    View,
    /// The atlas.
    Atlas,
    /// Menus, lists and buttons.
    Panels,
}

impl Group {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Hand, Self::Skin, Self::View, Self::Atlas, Self::Panels];

    /// Message id of its name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hand => "controls-group-hand",
            Self::Skin => "controls-group-skin",
            Self::View => "controls-group-view",
            Self::Atlas => "controls-group-atlas",
            Self::Panels => "controls-group-panels",
        }
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $group:ident, $places:expr;)*) => {
        /// Something that a key, a button or a stick does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$doc])* $variant,)*
        }

        impl Action {
            /// All of them, in the order of the page.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// Its part of the list.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group,)* }
            }

            /// Where it can be done.
            #[must_use]
            pub const fn places(self) -> Places {
                match self { $(Self::$variant => $places,)* }
            }
        }
    };
}

const MARKING: Places = Places(2 | 4 | 128);
const MODELS: Places = Places(1 | 2 | 4 | 16 | 128);

actions! {
    /// Along the shaft, into the patient.
    Advance = "advance", Hand, Places::HANDS;
    /// Along the shaft, out of the patient.
    Withdraw = "withdraw", Hand, Places::HANDS;
    /// Turns the shaft to the left.
    TurnLeft = "turn-left", Hand, Places::HANDS;
    /// Turns the shaft to the right.
    TurnRight = "turn-right", Hand, Places::HANDS;
    /// Raises the hub: the tip goes deeper.
    Raise = "raise", Hand, Places::HANDS;
    /// Lowers the hub: the tip comes up.
    Lower = "lower", Hand, Places::HANDS;
    /// Presses the plunger, or the finger.
    Press = "press", Hand, Places(1 | 4);
    /// Everything goes slower.
    Fine = "fine", Hand, Places::SCENE;
    /// A full press is stronger.
    Stronger = "stronger", Hand, Places::PROCEDURE;
    /// A full press is weaker.
    Weaker = "weaker", Hand, Places::PROCEDURE;
    /// Advances and withdraws faster.
    Faster = "faster", Hand, Places::PROCEDURE;
    /// Advances and withdraws slower.
    Slower = "slower", Hand, Places::PROCEDURE;
    /// The mark or the finger goes left.
    MarkLeft = "mark-left", Skin, MARKING;
    /// The mark or the finger goes right.
    MarkRight = "mark-right", Skin, MARKING;
    /// The mark or the finger goes up.
    MarkUp = "mark-up", Skin, MARKING;
    /// The mark or the finger goes down.
    MarkDown = "mark-down", Skin, MARKING;
    /// Makes the entry point at the mark.
    Entry = "entry", Skin, Places::MARK;
    /// Begins a line with the pen, or ends it.
    Pen = "pen", Skin, Places::DRAW;
    /// Wipes the last line.
    Wipe = "wipe", Skin, Places::DRAW;
    /// The marks are done.
    MarksDone = "marks-done", Skin, Places::DRAW;
    /// Disinfects.
    Disinfect = "disinfect", Skin, Places::MARK;
    /// Takes the syringe or lays it down.
    Take = "take", Skin, Places::PROCEDURE;
    /// Stretches the skin or lets it go.
    Stretch = "stretch", Skin, Places::HANDS;
    /// Begins or ends massage.
    Massage = "massage", Skin, Places::PROCEDURE;
    /// Looks the skin over.
    Inspect = "inspect", Skin, Places::PROCEDURE;
    /// Stirs the filled syringe.
    Stir = "stir", Skin, Places::PROCEDURE;
    /// Pushes across at the bench.
    Stroke = "stroke", Skin, Places::BENCH;
    /// Works through the next entry point.
    NextEntry = "next-entry", Skin, Places::PROCEDURE;
    /// The procedure is over.
    Finish = "finish", Skin, Places::PROCEDURE;
    /// Turns the eye to the left.
    LookLeft = "look-left", View, Places::SCENE;
    /// Turns the eye to the right.
    LookRight = "look-right", View, Places::SCENE;
    /// Turns the eye up.
    LookUp = "look-up", View, Places::SCENE;
    /// Turns the eye down.
    LookDown = "look-down", View, Places::SCENE;
    /// Comes nearer.
    Nearer = "nearer", View, Places::SCENE;
    /// Goes farther away.
    Farther = "farther", View, Places::SCENE;
    /// While it is held the movement of the mouse turns the eye.
    Turn = "turn", View, Places::SCENE;
    /// First ready-made view.
    View1 = "view-1", View, MODELS;
    /// Second ready-made view.
    View2 = "view-2", View, MODELS;
    /// Third ready-made view.
    View3 = "view-3", View, MODELS;
    /// Fourth ready-made view.
    View4 = "view-4", View, MODELS;
    /// Takes the next layer off.
    Layer = "layer", View, MODELS;
    /// Dose on the skin.
    Dose = "dose", View, Places::PROCEDURE;
    /// Vessels, nerves and glands.
    Hazards = "hazards", View, MODELS;
    /// The zone to treat.
    Zone = "zone", View, MODELS;
    /// Proposed entry points.
    Proposed = "proposed", View, Places::PROCEDURE;
    /// A quarter cut away.
    CutAway = "cut-away", View, MODELS;
    /// Borders and names of the regions.
    Regions = "regions", View, MODELS;
    /// Tension lines.
    Tension = "tension", View, MODELS;
    /// Landmarks.
    Landmarks = "landmarks", View, MODELS;
    /// Fifth view of the atlas.
    View5 = "view-5", Atlas, Places::ATLAS;
    /// Sixth view of the atlas.
    View6 = "view-6", Atlas, Places::ATLAS;
    /// Where product must not go.
    NoGo = "no-go", Atlas, Places::ATLAS;
    /// The ring that reads a place goes left.
    RingLeft = "ring-left", Atlas, Places::ATLAS;
    /// The ring goes right.
    RingRight = "ring-right", Atlas, Places::ATLAS;
    /// The ring goes up.
    RingUp = "ring-up", Atlas, Places::ATLAS;
    /// The ring goes down.
    RingDown = "ring-down", Atlas, Places::ATLAS;
    /// Next part of the body.
    NextSite = "next-site", Atlas, Places::ATLAS;
    /// Somebody at random.
    Random = "random", Atlas, Places::ATLAS;
    /// The traits as they were.
    Original = "original", Atlas, Places::ATLAS;
    /// The menu of a procedure.
    Menu = "menu", Panels, Places(1 | 2 | 4 | 8 | 128);
    /// From the patient to the buttons around, and back.
    Panels = "panels", Panels, Places(1 | 2 | 4 | 64 | 128);
    /// The button above.
    Up = "up", Panels, Places::PANELS;
    /// The button below.
    Down = "down", Panels, Places::PANELS;
    /// The button at the left; less.
    Left = "left", Panels, Places::PANELS;
    /// The button at the right; more.
    Right = "right", Panels, Places::PANELS;
    /// The next button.
    Next = "next", Panels, Places::PANELS;
    /// The button before.
    Previous = "previous", Panels, Places::PANELS;
    /// Presses the button.
    Confirm = "confirm", Panels, Places::PANELS;
    /// One step back.
    Back = "back", Panels, Places::PANELS;
    /// Scrolls up.
    PageUp = "page-up", Panels, Places::PANELS;
    /// Scrolls down.
    PageDown = "page-down", Panels, Places::PANELS;
    /// A picture of the window.
    Photograph = "photograph", Panels, Places::ALL;
}

impl Action {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Message id of its name.
    #[must_use]
    pub fn id(self) -> String {
        format!("control-{}", self.name())
    }

    /// The action of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// Which of two comes first where both have the same key in the same place: what scrolls yields to what turns the eye, that to all
    /// else, all else to the mark, that to the panels, and everything to the ring of the atlas.
    #[must_use]
    pub const fn rank(self) -> u8 {
        match self {
            Self::PageUp | Self::PageDown => 0,
            Self::LookLeft | Self::LookRight | Self::LookUp | Self::LookDown | Self::Nearer | Self::Farther => 1,
            Self::MarkLeft | Self::MarkRight | Self::MarkUp | Self::MarkDown => 3,
            Self::Up | Self::Down | Self::Left | Self::Right | Self::Next | Self::Previous | Self::Confirm | Self::Back => 4,
            Self::RingLeft | Self::RingRight | Self::RingUp | Self::RingDown => 5,
            _ => 2,
        }
    }
}
